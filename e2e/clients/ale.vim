" Vim with ALE. Run it in a terminal (ALE asks its question there): vim -N -u NONE -i NONE -S ale.vim
" with UNBLOCK_SERVER, UNBLOCK_FILE (a file with one finding), UNBLOCK_FIX (words of the wanted action's title)
" and UNBLOCK_LOG, where the result is written.
set nocompatible nomore hidden noswapfile
" Nobody types here: Vim notices after this many milliseconds that the text has changed.
set updatetime=200
set runtimepath^=/usr/share/vim-ale
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_lint_on_enter = 0
let g:ale_use_neovim_diagnostics_api = 0
runtime plugin/ale.vim
call ale#linter#Define('javascript', {
\   'name': 'unblock',
\   'lsp': 'stdio',
\   'executable': 'node',
\   'command': '%e ' . $UNBLOCK_SERVER . ' --stdio',
\   'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
\   'language': 'javascript',
\})
let g:ale_linters = {'javascript': ['unblock']}
let s:ticks_per_second = 10
let s:lines = []
let s:ticks = 0
let s:step = 'diagnostic'

function! s:End(word) abort
  call writefile(s:lines + ['client: ' . a:word], $UNBLOCK_LOG)
  execute a:word ==# 'done' ? 'qall!' : 'cquit!'
endfunction

function! s:Diagnostic() abort
  let l:found = ale#engine#GetLoclist(bufnr(''))
  if empty(l:found) | return | endif
  if len(l:found) != 1 | return s:End('one diagnostic, not ' . string(l:found)) | endif
  call add(s:lines, printf('%d:%d %s [%s]', l:found[0].lnum, l:found[0].col, l:found[0].text, l:found[0].code))
  call cursor(l:found[0].lnum, l:found[0].col)
  call feedkeys(":ALECodeAction\<CR>", 'tn')
  let s:step = 'menu'
endfunction

" ALE lists the actions and asks for a number: answered once it is really asking. Under load the command may have come
" too early; then it is given again, as a person would.
function! s:Menu() abort
  if mode() ==# 'c'
    let l:screen = join(map(range(1, &lines), {_, row -> join(map(range(1, &columns), {_, column -> screenstring(row, column)}), '')}), "\n")
    let l:first = matchstr(l:screen, '1[.:)] [^' . "\n" . ']*')
    call add(s:lines, 'menu: ' . l:first)
    if stridx(l:first, $UNBLOCK_FIX) < 0 | return s:End('the first entry is another one') | endif
    call feedkeys("1\<CR>", 't')
    let s:step = 'fix'
  elseif s:ticks % (2 * s:ticks_per_second) == 0
    call feedkeys(":ALECodeAction\<CR>", 'tn')
  endif
endfunction

function! s:Fix() abort
  if &modified && mode() ==# 'n' && empty(ale#engine#GetLoclist(bufnr('')))
    write
    call s:End('done')
  endif
endfunction

function! s:Tick(_) abort
  let s:ticks += 1
  if s:ticks > 20 * s:ticks_per_second
    return s:End('timed out waiting for the ' . s:step . '; mode ' . mode() . ', text ' . string(getline(1, '$')))
  endif
  try
    if s:step ==# 'diagnostic' | call s:Diagnostic() | elseif s:step ==# 'menu' | call s:Menu() | else | call s:Fix() | endif
  catch
    call s:End(v:exception . ' at ' . v:throwpoint)
  endtry
endfunction

execute 'edit ' . $UNBLOCK_FILE
ALELint
call timer_start(1000 / s:ticks_per_second, function('s:Tick'), {'repeat': -1})

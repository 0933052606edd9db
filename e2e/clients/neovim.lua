-- Neovim's own language client (0.7 and later), without any plugin. Run as:
--   nvim --headless -u NONE -c 'luafile neovim.lua'
-- with UNBLOCK_SERVER, UNBLOCK_FILE (a file with one finding) and UNBLOCK_FIX (words of the wanted action's title).
local server, file, fix = vim.env.UNBLOCK_SERVER, vim.env.UNBLOCK_FILE, vim.env.UNBLOCK_FIX
local patience = 10000 -- milliseconds

local function wait_for(what, question)
  local state = vim.inspect(vim.api.nvim_buf_get_lines(0, 0, -1, false))
  assert(vim.wait(patience, question, 20), 'timed out waiting for ' .. what .. '; the buffer was ' .. state)
end

local function start_client(buffer)
  local options = { name = 'unblock', cmd = { 'node', server, '--stdio' }, root_dir = vim.fn.fnamemodify(file, ':h') }
  -- vim.lsp.start came with 0.8.
  if vim.lsp.start then return vim.lsp.start(options) end
  local client = vim.lsp.start_client(options)
  vim.lsp.buf_attach_client(buffer, client)
  return client
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. file)
  vim.bo.filetype = file:match('%.py$') and 'python' or 'javascript'
  local buffer = vim.api.nvim_get_current_buf()
  local client = start_client(buffer)

  wait_for('a diagnostic', function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = vim.diagnostic.get(buffer)
  assert(#found == 1, 'one diagnostic, not ' .. vim.inspect(found))
  local diagnostic = found[1]
  print(string.format('%d:%d %s (%s)', diagnostic.lnum + 1, diagnostic.col + 1, diagnostic.message, diagnostic.source))
  assert(diagnostic.source == 'unblock', 'a diagnostic of another source')
  assert(diagnostic.severity == vim.diagnostic.severity.WARN, 'not a warning')

  -- What a person does: the cursor on the call, the menu, its first entry.
  vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
  local menu = {}
  vim.ui.select = function(items, options, choose)
    for index, item in ipairs(items) do menu[index] = options.format_item(item) end
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  wait_for('the menu', function() return #menu > 0 end)
  print('menu: ' .. table.concat(menu, ' | '))
  assert(menu[1]:find(fix, 1, true), 'the first entry is another one')

  wait_for('a quiet buffer', function() return vim.bo.modified and #vim.diagnostic.get(buffer) == 0 end)
  vim.cmd('write')
  vim.lsp.stop_client(client)
  wait_for('the end of the server', function() return #vim.lsp.get_active_clients() == 0 end)
end)

print(ok and 'client: done' or 'client: ' .. tostring(problem))
vim.cmd(ok and 'qa!' or 'cquit')

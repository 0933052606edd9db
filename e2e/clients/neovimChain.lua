-- A call that blocks further down, in Neovim's own language client: shown in its file, and gone once the helper is edited in
-- another buffer. Run like neovim.lua; UNBLOCK_FILE stands beside lib/settings.js.
local server, file = vim.env.UNBLOCK_SERVER, vim.env.UNBLOCK_FILE
local patience = 10000 -- milliseconds

local function wait_for(what, question)
  assert(vim.wait(patience, question, 20), 'timed out waiting for ' .. what)
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
  local caller = vim.api.nvim_get_current_buf()
  vim.bo.filetype = 'javascript'
  local client = start_client(caller)
  wait_for('a diagnostic', function() return #vim.diagnostic.get(caller) > 0 end)
  local diagnostic = vim.diagnostic.get(caller)[1]
  print(string.format('%d:%d %s', diagnostic.lnum + 1, diagnostic.col + 1, diagnostic.message))
  assert(diagnostic.message:find('it calls `readJson` (settings.js:4)', 1, true), 'the way is not told')

  vim.cmd('edit ' .. vim.fn.fnamemodify(file, ':h') .. '/lib/settings.js')
  vim.bo.filetype = 'javascript'
  vim.lsp.buf_attach_client(0, client)
  vim.cmd('%s/readJson(/String(/g')
  wait_for('a quiet caller', function() return #vim.diagnostic.get(caller) == 0 end)
  print('quiet after an edit of the helper that is not saved')
  vim.lsp.stop_client(client)
  wait_for('the end of the server', function() return #vim.lsp.get_active_clients() == 0 end)
end)

print(ok and 'client: done' or 'client: ' .. tostring(problem))
vim.cmd(ok and 'qa!' or 'cquit')

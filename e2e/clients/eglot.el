;;; eglot.el --- Emacs with eglot (built in since 29; elpa-eglot before)  -*- lexical-binding: t -*-
;; Run as: emacs -q --batch -f package-initialize -l eglot.el
;; with UNBLOCK_SERVER, UNBLOCK_FILE (a file with one finding) and UNBLOCK_FIX (words of the wanted action's title).
(require 'eglot)
(require 'flymake)

(setq eglot-server-programs `((js-mode . ("node" ,(getenv "UNBLOCK_SERVER") "--stdio")))
      eglot-sync-connect 10
      eglot-autoshutdown t
      make-backup-files nil
      create-lockfiles nil)

(defun wait-for (what question)
  "Let the server talk until QUESTION answers non-nil, and give that; after ten seconds fail, naming WHAT."
  (let ((end (+ (float-time) 10)) answer)
    (while (not (setq answer (funcall question)))
      (when (> (float-time) end) (error "Timed out waiting for %s; the buffer is %S" what (buffer-string)))
      (accept-process-output nil 0.05))
    answer))

(defun diagnostics ()
  "Flymake's diagnostics of the buffer, as they are now."
  (flymake-start)
  (flymake-diagnostics))

(defun choose-first (_prompt collection &rest _)
  "Stand in for the person who picks the menu's first entry."
  (let ((menu (all-completions "" collection)))
    (message "menu: %s" (string-join menu " | "))
    (unless (string-search (getenv "UNBLOCK_FIX") (car menu)) (error "The first entry is another one"))
    (car menu)))

(condition-case problem
    (progn
      (find-file (getenv "UNBLOCK_FILE"))
      (apply #'eglot--connect (eglot--guess-contact))
      (unless flymake-mode (flymake-mode 1))
      (let* ((found (wait-for "a diagnostic" #'diagnostics))
             (diagnostic (car found)))
        (unless (= (length found) 1) (error "One diagnostic, not %S" found))
        (goto-char (flymake-diagnostic-beg diagnostic))
        (message "%d:%d %s" (line-number-at-pos) (1+ (current-column)) (flymake-diagnostic-text diagnostic)))
      (cl-letf (((symbol-function 'completing-read) #'choose-first)
                ;; In batch mode it is nil, which would mean a click and a pop-up menu.
                (last-nonmenu-event ?x))
        (call-interactively #'eglot-code-actions))
      (wait-for "the fix" #'buffer-modified-p)
      ;; The timer that sends changes when Emacs is idle never fires in batch mode.
      (eglot--signal-textDocument/didChange)
      (wait-for "a quiet buffer" (lambda () (null (diagnostics))))
      (save-buffer)
      (eglot-shutdown (eglot-current-server))
      (message "client: done"))
  (error
   (message "client: %S" problem)
   (kill-emacs 1)))

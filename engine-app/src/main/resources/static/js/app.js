/* Comfort only: every page works without it. */
(function () {
  'use strict';

  /* the error summary gets the focus, so that a screen reader begins with what is wrong */
  var summary = document.getElementById('error-summary');
  if (summary) { summary.focus(); }

  /* menus close on Escape and on a click elsewhere */
  function closeMenus(except) {
    document.querySelectorAll('details.lf-menu[open]').forEach(function (menu) {
      if (menu !== except) { menu.open = false; }
    });
  }
  document.addEventListener('click', function (e) { closeMenus(e.target.closest('details.lf-menu')); });
  document.addEventListener('keydown', function (e) {
    if (e.key !== 'Escape') { return; }
    var open = document.querySelector('details.lf-menu[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
  });

  /* a form waits for its own saving in the background, else two editions of one draft would meet */
  var saving = new WeakMap();
  var waiting = new WeakMap();
  document.body.addEventListener('htmx:beforeRequest', function (e) {
    if (e.target.dataset.sent) { e.preventDefault(); return; }
    saving.set(e.target, (saving.get(e.target) || 0) + 1);
  });
  document.body.addEventListener('htmx:afterRequest', function (e) {
    var left = Math.max((saving.get(e.target) || 0) - 1, 0);
    saving.set(e.target, left);
    if (left > 0 || !waiting.has(e.target)) { return; }
    var button = waiting.get(e.target);
    waiting.delete(e.target);
    e.target.requestSubmit(button);
  });

  /* a form is sent once; the server's key decides all the same */
  document.addEventListener('submit', function (e) {
    var form = e.target;
    if (saving.get(form)) {
      e.preventDefault();
      waiting.set(form, e.submitter);
      return;
    }
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = 'true';
    form.querySelectorAll('[type=submit]').forEach(function (b) { b.setAttribute('aria-disabled', 'true'); });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll('[type=submit]').forEach(function (b) { b.removeAttribute('aria-disabled'); });
    });
  });

  /* a print button is only offered where it works */
  document.querySelectorAll('[data-print]').forEach(function (b) {
    b.hidden = false;
    b.addEventListener('click', function () { window.print(); });
  });

  /* saving as you type (htmx): the server says which fields the answers have hidden or shown, and the new edition */
  document.body.addEventListener('lianfu:saved', function (e) {
    var hidden = (e.detail.hidden || '').split(' ');
    document.querySelectorAll('[data-row]').forEach(function (row) {
      row.hidden = hidden.indexOf(row.dataset.row) >= 0;
    });
    var edition = document.querySelector('[name=edition]');
    if (edition && e.detail.edition) { edition.value = e.detail.edition; }
  });
  ['htmx:sendError', 'htmx:responseError'].forEach(function (name) {
    document.body.addEventListener(name, function (e) {
      var note = document.getElementById('save-failed');
      if (note && e.target.matches('form[hx-post]')) { note.hidden = false; }
    });
  });
  document.body.addEventListener('htmx:afterRequest', function (e) {
    var note = document.getElementById('save-failed');
    if (note && e.detail.successful) { note.hidden = true; }
  });
})();

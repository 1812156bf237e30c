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

  /* a form is sent once; the server's key decides all the same */
  document.addEventListener('submit', function (e) {
    var form = e.target;
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

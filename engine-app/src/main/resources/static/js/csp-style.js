/*
 * Load before bpmn-js, only on pages with a diagram. bpmn-js 8 writes style attributes as markup, which the page's
 * content security policy forbids; the same styles set through the CSSOM are allowed, and keep its logo in its corner.
 */
(function () {
  'use strict';
  var markup = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(Element.prototype, 'innerHTML', {
    configurable: true,
    enumerable: markup.enumerable,
    get: markup.get,
    set: function (html) {
      var text = String(html);
      if (text.indexOf(' style=') < 0) {
        markup.set.call(this, text);
        return;
      }
      markup.set.call(this, text.replace(/ style=/g, ' data-csp-style='));
      this.querySelectorAll('[data-csp-style]').forEach(function (e) {
        e.style.cssText = e.getAttribute('data-csp-style');
        e.removeAttribute('data-csp-style');
      });
    }
  });
  ['setAttribute', 'setAttributeNS'].forEach(function (name) {
    var original = Element.prototype[name];
    Element.prototype[name] = function () {
      var args = Array.prototype.slice.call(arguments);
      var value = args.pop();
      if (args[args.length - 1] === 'style' && this.style) {
        this.style.cssText = value;
        return undefined;
      }
      return original.apply(this, arguments);
    };
  });
})();

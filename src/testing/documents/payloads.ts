/** Texts that would do something if any form read them as more than texts. */
export const payloads = {
  typst: '#panic("x") $x$ *b* _i_ `r` <lab> @ref #include "/etc/passwd" // c /* \\u{41} [x] ~ --- \'q\' "p"',
  html: "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onload='x &lt;b&gt; &amp; <!-- -->",
  xml: ']]></w:t></w:r><w:fldSimple w:instr="DATE"/> <?x y?> &#x41; &copy; <f>1+1</f> {DATE \\@ "d"}',
  formula: '=HYPERLINK("https://ejemplo.mx","pulsa") =cmd|\' /C calc\'!A0',
  plus: '+1+1 cargo',
  minus: '-2+3 abono',
  at: '@SUM(1+1) arroba',
  wide: '＝1+1 ancho',
  blank: ' \t=1+1 tras un blanco',
} as const

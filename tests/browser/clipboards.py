"""What stands in the clipboard after copying from elsewhere, as those programs put it there."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="utf-8"><meta name="Generator" content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;} --></style></head>
<body lang="DE" style="tab-interval:35.4pt"><!--StartFragment-->
<p class="MsoNormal" style="margin-bottom:8.0pt"><b><span style="font-size:12.0pt;color:#C00000">Elf</span></b><span
style="mso-spacerun:yes">&nbsp; </span>Millionen kostet der <i style="mso-bidi-font-style:normal">Speicher</i>.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoListParagraphCxSpFirst" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span
style="font-family:Symbol;mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;</span></span><![endif]>Der
Beton<o:p></o:p></p>
<p class="MsoListParagraphCxSpLast" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span
style="font-family:Symbol;mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;</span></span><![endif]>Das
Wasser<o:p></o:p></p>
<p class="MsoNormal">Mehr <a href="https://example.org/?utm_source=brief&amp;id=7" target="_blank"
style="color:blue">im Bericht</a>.<o:p></o:p></p>
<!--EndFragment--></body></html>"""

GOOGLE_DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0d4f4f6a-7fff-1a2b-3c4d-5e6f7a8b9c0d"><p
dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span
style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;">Elf Millionen kostet </span><span
style="font-size:11pt;font-family:Arial,sans-serif;font-weight:700;font-style:normal;">der Speicher</span><span
style="font-size:11pt;font-weight:400;font-style:italic;"> am See</span><span style="font-weight:400;">.</span></p><br
/><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-weight:400;">Die
Kosten</span></h2><ul style="margin-top:0;margin-bottom:0;"><li dir="ltr" style="list-style-type:disc;"
aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Der Beton</span></p></li><li dir="ltr"
aria-level="1"><p dir="ltr" role="presentation"><span>Das Wasser</span></p></li></ul><p dir="ltr"><span>Mehr </span><a
href="https://example.org/?utm_source=brief&amp;id=7" style="text-decoration:none;"><span
style="text-decoration:underline;color:#1155cc;">im Bericht</span></a><span>.</span></p></b><br
class="Apple-interchange-newline">"""

WEB_PAGE = """<meta charset='utf-8'><div class="article-body" style="color: rgb(51, 51, 51); font-family: Georgia;"><div
data-track="x"><h1 class="title">Der Speicher</h1><p onclick="spy()"><font color="red" face="Arial">Elf
<strong>Millionen</strong></font> <span class="hl">kostet</span> er.</p><script>steal()</script><figure><img
src="https://example.org/a.jpg" onerror="steal()" alt="Bild"><figcaption>Ein Bild</figcaption></figure><div>Noch ein <em>Satz</em>.</div><table
class="data"><tbody><tr><td>Beton</td><td>4</td></tr><tr><td>Wasser</td><td>7</td></tr></tbody></table><blockquote
cite="https://example.org"><p>Es wird teurer.</p></blockquote><a href="javascript:steal()">Klick</a> <a
href="https://example.org/?utm_source=brief&amp;id=7" target="_blank" rel="nofollow">im Bericht</a><iframe
src="https://example.org"></iframe></div></div>"""


def _item(level: int, mark: str, text: str) -> str:
    style = f"margin-left:{18 * level}.0pt;mso-list:l1 level{level} lfo2"
    return f"""<p class=MsoListParagraph style='{style}'><span style='mso-list:Ignore'>{mark}</span>{text}<o:p></o:p></p>"""


LISTS = "".join(
    [
        *(_item(1, "1.", "Beton"), _item(2, "o", "Kies"), _item(1, "2.", "Wasser")),
        *("<p class=MsoNormal>Dann.</p>", _item(1, "\u00b7", "Ende")),
    ]
)

OURS = '<p data-pm-slice="1 1 []">Zehn \u00a0Euro</p>'

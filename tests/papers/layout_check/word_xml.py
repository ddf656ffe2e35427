"""Word files as other hands and programs make them, written as XML with every detail of theirs."""

import html
import io
import zipfile
from dataclasses import dataclass, field

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
PAGE_NUMBER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText>PAGE   \\* MERGEFORMAT</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
LINE_2007 = (
    '<w:r><w:pict><v:line id="Line 3" style="position:absolute;z-index:1"'
    ' from="39.5pt,2pt" to="238.5pt,2pt"/>'
    "</w:pict></w:r>"
)
LINE_2010 = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
    '<wp:extent cx="2520000" cy="0"/>'
    "<a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/>"
    '<wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:line from="0,0" to="10pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
)
CONNECTOR_2007 = (
    '<w:r><w:pict><v:shape id="_x0000_s1026" type="#_x0000_t32"'
    ' style="position:absolute;margin-left:40pt;margin-top:2pt;width:199.5pt;height:0"/></w:pict></w:r>'
)


def run(text: str, face: str = "", size: float = 14, more: str = "") -> str:
    """Return a run; `face` is any of "b", "i", "u"."""
    faces = "".join({"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}[letter] for letter in face)
    size_xml = f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    words = f'<w:t xml:space="preserve">{html.escape(text)}</w:t>'
    return f"<w:r><w:rPr>{more}{faces}{size_xml}</w:rPr>{words}</w:r>"


def p(*runs: str, align: str = "", style: str = "", more: str = "") -> str:
    """Return a paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{named}{more}{aligned}</w:pPr>{''.join(runs)}</w:p>"


def centred(text: str, face: str = "", size: float = 14, more: str = "") -> str:
    """Return a centred paragraph of one run."""
    return p(run(text, face, size), align="center", more=more)


BODY = '<w:spacing w:before="120" w:after="0" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="567"/>'


def text(words: str, face: str = "") -> str:
    """Return a paragraph of the text, set as the guidance has it."""
    return p(run(words, face), align="both", more=BODY)


def table(columns: tuple[int, ...], *rows: tuple[str, ...]) -> str:
    """Return a table without borders whose cells hold paragraphs."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(columns, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def split(text_: str, face: str = "", size: float = 14) -> str:
    """Return the text in many runs, as Word leaves it after spelling checks and corrections."""
    pieces = [text_[at : at + 3] for at in range(0, len(text_), 3)]
    return '<w:proofErr w:type="spellStart"/>'.join(run(piece, face, size) for piece in pieces)


@dataclass
class Made:
    """A file in the making."""

    body: list[str]
    defaults: str = TIMES + '<w:sz w:val="28"/>'
    styles: str = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    header: str = PAGE_NUMBER
    footer: str = ""
    page: str = (
        '<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"'
        ' w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>'
    )
    theme: str = ""
    settings: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    def data(self) -> bytes:
        """Return the file."""
        references = '<w:headerReference w:type="default" r:id="rId2"/>' if self.header else ""
        references += '<w:footerReference w:type="default" r:id="rId3"/>' if self.footer else ""
        parts = {
            "word/document.xml": f"<w:document {_SPACES}><w:body>{''.join(self.body)}"
            f"<w:sectPr>{references}{self.page}</w:sectPr></w:body></w:document>",
            "word/styles.xml": f"<w:styles {_SPACES}><w:docDefaults><w:rPrDefault>"
            f"<w:rPr>{self.defaults}</w:rPr></w:rPrDefault></w:docDefaults>{self.styles}</w:styles>",
            "word/settings.xml": f"<w:settings {_SPACES}>{self.settings}</w:settings>",
            "word/header1.xml": f"<w:hdr {_SPACES}>{self.header or '<w:p/>'}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {_SPACES}>{self.footer or '<w:p/>'}</w:ftr>",
        }
        if self.theme:
            parts["word/theme/theme1.xml"] = self.theme
        return packed(parts | _frame() | self.parts)


def packed(parts: dict[str, str]) -> bytes:
    """Return the parts as one file."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content.encode())
    return output.getvalue()


def theme(minor: str, major: str) -> str:
    """Return a theme of two fonts."""
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{font}"/></a:{kind}Font>'
        for kind, font in (("major", major), ("minor", minor))
    )
    return (
        f"<a:theme {space}><a:themeElements><a:fontScheme>{fonts}</a:fontScheme></a:themeElements></a:theme>"
    )


def _frame() -> dict[str, str]:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "header1": "header",
        "footer1": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = {
        "rId1": ("styles", "styles"),
        "rId2": ("header", "header1"),
        "rId3": ("footer", "footer1"),
        "rId4": ("settings", "settings"),
    }
    relations = "".join(
        f'<Relationship Id="{key}" Type="{base}/{kind}" Target="{file}.xml"/>'
        for key, (kind, file) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{space}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/relationships"><Relationship Id="rId1"'
        f' Type="{base}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}/relationships">'
        f"{relations}</Relationships>",
    }

import { gapAfter, printedLabel } from './html-blocks.ts';
import { blockToTex, escapeTex, runsToTex } from './tex-blocks.ts';
import type { Fixture, Look, ReportSpec } from './report-model.ts';

/** The report as a LaTeX document for XeLaTeX with ctex. Pictures are files `picture<index>.pdf` or `.jpg` beside it. */
export function reportToTex(fixture: Fixture): string {
  const { report, look } = fixture;
  const front = (after: boolean): string =>
    report.front
      .filter(({ afterContents }) => (afterContents === true) === after)
      .map(
        (part) =>
          `\\frontheading{${part.title.length === 2 ? [...part.title].join('\\quad ') : part.title}}\n${part.paras.map((runs) => runsToTex(runs)).join('\n\n')}\n`,
      )
      .join('\n');
  const blocks = report.blocks.map((block, index) => blockToTex(block, index, look)).join('\n\n');
  return `${preamble(fixture)}
\\begin{document}
${look.frontLabels === 'roman' ? '\\pagenumbering{roman}' : ''}
\\begin{titlepage}\\centering\\vspace*{5cm}{\\headface\\fontsize{28}{40}\\selectfont ${[...report.title].join('\\ ')}\\par}\\vspace{1cm}{\\Large ${report.subtitle}\\par}\\vspace{6cm}{\\Large ${report.publisher}\\par}\\vspace{1cm}${report.date}\\end{titlepage}
\\pagestyle{${look.frontLabels === 'none' ? 'bare' : 'numbered'}}
${front(false)}
${contents(report, look)}
${front(true)}
\\clearpage\\pagestyle{numbered}${look.frontLabels === 'continued' ? '' : '\\pagenumbering{arabic}'}
${blocks}
\\end{document}
`;
}

function preamble({ report, look }: Fixture): string {
  const leading = (size: number): string => `\\fontsize{${size}}{${(size * 1.3).toFixed(1)}}\\selectfont`;
  const heads = look.headingSizes.map(
    (size, n) =>
      `\\newcommand{\\head${'ABCD'[n]}}[1]{\\par\\needspace{4\\baselineskip}\\vspace{${n === 0 ? 14 : 8}pt}{${n < 2 && look.headingsCentred ? '\\centering' : '\\noindent'}\\headface\\bfseries${leading(size)} #1\\par}\\nopagebreak\\vspace{5pt}}`,
  );
  const restart = look.notesRestart ? '\\usepackage{perpage}\\MakePerPage{footnote}' : '';
  const chapter = look.runningHead === 'titleAndChapter' ? '\\leftmark' : '\\reporttitle';
  const number = {
    plain: '\\thepage',
    dashes: '-- \\thepage{} --',
    emDashes: '--- \\thepage{} ---',
    ofTotal: '第 \\thepage{} 页',
    slash: '\\thepage',
  }[look.pageNumberForm];
  const foot =
    look.pageNumberPlace === 'outer'
      ? `\\fancyfoot[LE,RO]{${number}}`
      : look.pageNumberPlace === 'bottom'
        ? `\\fancyfoot[C]{${number}}`
        : `\\fancyhead[RO,RE]{${number}}`;
  return `\\documentclass[a4paper,twoside,openany]{article}
\\usepackage{fontspec,xeCJK,geometry,fancyhdr,graphicx,booktabs,multirow,longtable,array,needspace,pdflscape,xcolor,amsmath}
\\usepackage{tcolorbox}\\tcbuselibrary{breakable}\\usepackage[colorlinks=false,hidelinks]{hyperref}${restart}
\\geometry{left=80pt,right=80pt,top=80pt,bottom=80pt,headheight=14pt}
\\setmainfont{Liberation Serif}\\setsansfont{Liberation Sans}
\\setCJKmainfont[AutoFakeBold=2]{${look.bodyFont}}\\setCJKsansfont[AutoFakeBold=2]{${look.headingFont}}
\\newcommand{\\headface}{\\sffamily}\\newcommand{\\reporttitle}{${escapeTex(report.title + report.subtitle)}}
\\linespread{1}\\AtBeginDocument{\\fontsize{${look.bodySize}}{${(look.bodySize * look.leading).toFixed(1)}}\\selectfont}
\\setlength{\\parindent}{${look.paragraphs === 'indented' ? 2 * look.bodySize : 0}pt}\\setlength{\\parskip}{${look.paragraphs === 'indented' ? 0 : look.bodySize * 0.7}pt}
\\setlength{\\footnotesep}{11pt}\\raggedbottom\\emergencystretch=2em
${noteStyle(look)}
\\fancypagestyle{numbered}{\\fancyhf{}\\fancyhead[CO]{\\small\\reporttitle}\\fancyhead[CE]{\\small ${chapter}}${foot}}
\\fancypagestyle{bare}{\\fancyhf{}\\fancyhead[C]{\\small\\reporttitle}}
\\xeCJKDeclareCharClass{CJK}{"2460 -> "2473}
${heads.join('\n')}
\\newcommand{\\frontheading}[1]{\\clearpage\\headA{#1}}
\\newcommand{\\exhibit}[1]{{\\centering\\headface\\small #1\\par}}
\\newcommand{\\entry}[4]{\\par\\noindent\\hspace*{#1}\\parbox[t]{\\dimexpr\\textwidth-#1-2em}{#2${look.leader === 'none' ? '\\hfill' : '\\dotfill'}}\\makebox[2em][r]{\\pageref{#3}}}
`;
}

function noteStyle(look: Look): string {
  if (look.noteMark === '①')
    return '\\newcommand{\\circled}[1]{\\ifcase#1\\or ①\\or ②\\or ③\\or ④\\or ⑤\\or ⑥\\or ⑦\\or ⑧\\or ⑨\\or ⑩\\fi}\\renewcommand{\\thefootnote}{\\circled{\\value{footnote}}}';
  if (look.noteMark === '[1]') return '\\renewcommand{\\thefootnote}{[\\arabic{footnote}]}';
  return look.noteMark === '*' ? '\\renewcommand{\\thefootnote}{*}' : '';
}

function contents(report: ReportSpec, look: Look): string {
  if (look.contents === 'none') return '';
  const deepest = look.contents === 'chapters' ? 2 : 3;
  const entry = (index: number, level: number, words: string): string =>
    `\\entry{${(level - 1) * 18}pt}{${escapeTex(words)}}{block${index}}{}`;
  const lines = report.blocks.flatMap((block, index) =>
    block.type === 'heading' && block.level <= deepest
      ? [entry(index, block.level, block.number + gapAfter(block.number) + block.text)]
      : [],
  );
  const list = (type: 'figure' | 'table', title: string): string => {
    const entries = report.blocks.flatMap((block, index) =>
      block.type === type ? [entry(index, 1, `${printedLabel(block.label, look)} ${block.caption}`)] : [],
    );
    return `\\frontheading{${title}}${entries.join('\n')}`;
  };
  return `\\frontheading{目\\quad 录}${lines.join('\n')}${look.exhibitLists ? list('figure', '图目录') + list('table', '表目录') : ''}`;
}

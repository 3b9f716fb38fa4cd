/** What a picture says of itself when it is taken along. */
export interface FigureMetadata {
  /** Number and caption. */
  readonly title: string;
  /** The line that the report prints below it: `来源：…`; '' where it prints none. */
  readonly source: string;
  /** The line by which the report's publisher asks to be named. */
  readonly notice: string;
  /** The reference of the figure. */
  readonly reference: string;
  readonly creators: readonly string[];
  /** Where it stands, where that is public. */
  readonly address: string | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text of XML, without the characters that XML cannot hold. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? sign);

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

/**
 * XMP with Dublin Core, as viewers and photo programs show it.
 * @see ISO 16684-1
 */
export function figureXmp({ title, source, notice, reference, creators, address }: FigureMetadata): string {
  const names = creators.map((name) => `<rdf:li>${escapeXml(name)}</rdf:li>`).join('');
  const properties = [
    `<dc:title>${alternatives(title)}</dc:title>`,
    `<dc:description>${alternatives([title, source, reference].filter(Boolean).join('\n'))}</dc:description>`,
    `<dc:creator><rdf:Seq>${names}</rdf:Seq></dc:creator>`,
    `<dc:rights>${alternatives(notice)}</dc:rights>`,
    `<photoshop:Credit>${escapeXml(notice)}</photoshop:Credit>`,
    ...(source ? [`<photoshop:Source>${escapeXml(source)}</photoshop:Source>`] : []),
    ...(address ? [`<dc:source>${escapeXml(address)}</dc:source>`] : []),
  ].join('');
  const namespaces =
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"';
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${namespaces}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

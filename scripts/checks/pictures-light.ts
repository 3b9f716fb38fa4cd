import type { SiteRule } from './rule.ts';

/** Pictures cost nothing until they are near, and move nothing when they come. */
export const picturesLight: SiteRule = {
  id: 'site/pictures-light',
  good: 'Every picture is loaded lazily, has the room that it will take, and a text alternative.',
  check: (site) =>
    [...site.pages.values()].flatMap((page) =>
      page.pictures
        .filter(({ isLazy, isSized, hasAlternative }) => !isLazy || !isSized || !hasAlternative)
        .map(({ url, isLazy, isSized, hasAlternative }) => ({
          file: `dist/${page.path}`,
          reason: `The picture ${url} has ${[
            ...(isLazy ? [] : ['no loading="lazy"']),
            ...(isSized ? [] : ['no width and height']),
            ...(hasAlternative ? [] : ['no alt']),
          ].join(', ')}.`,
        })),
    ),
};

/** The name of the site where no report gives it another. */
export const SITE_NAME = '报告阅读';

/** Titles that say by themselves what part of a report follows. Tested against squeezed text (no white space). */

/** Front matter: what stands before the first chapter. */
export const FRONT_TITLE =
  /^(?:版权声明|免责声明|法律声明|声明|前言|序言?|序[一二三]|自序|代序|引[言子]|导[言读]|卷首语|摘要|内容摘要|内容提要|执行摘要|报告摘要|核心摘要|核心观点|主要观点|要点|编制说明|编写说明|编者按|编写组|编写单位|编委会|编写委员会|编制单位|参编单位|参与单位|课题组成员?|研究团队|致谢|鸣谢|abstract|foreword|preface|executivesummary|copyright)$/iu;

/** Back matter: what follows the last chapter. */
export const BACK_TITLE =
  /^(?:参考文献|主要参考文献|参考资料|附录|附件|附表|附图|附注|后记|结语|结束语|致谢|鸣谢|缩略语表?|缩略语与?(?:术语|说明)?|术语表?|术语和?(?:定义|解释)|名词解释|术语中英文对照表|索引|references|appendix|bibliography|glossary)$/iu;

import type { Topic } from './make-text.ts';

/** Invented fields, so that no sentence of a real report can be in a fixture. */
export const TOPICS = {
  lanes: {
    field: '城市慢行系统',
    things: [
      '骑行专道',
      '立体过街设施',
      '夜间照明',
      '共享单车停放区',
      '坡道改造',
      '慢行导航',
      '铺装养护',
      '滨水步道',
    ],
    actors: ['街道办事处', '市政养护队', '骑行志愿者协会', '规划编制单位'],
    latin: ['OpenLane 2.0', 'GIS', 'LoRa', 'MQTT', 'CityGML', 'ISO 37120'],
    places: ['青岚市', '望川新区', '白鹭洲', '临溪县'],
  },
  ranch: {
    field: '海洋牧场',
    things: [
      '深水网箱',
      '人工鱼礁',
      '投饵机器人',
      '水质浮标',
      '海藻碳汇',
      '冷链码头',
      '病害预警',
      '苗种繁育',
    ],
    actors: ['渔业合作社', '海事服务站', '养殖保险机构', '科考船队'],
    latin: ['AquaLink', 'NB-IoT', 'ROV', 'Sentinel-2', 'CTD', 'Blue Carbon'],
    places: ['浮梁湾', '东礁群岛', '平澜港', '鲸背半岛'],
  },
  books: {
    field: '古籍修复',
    things: [
      '纸张脱酸',
      '书页补缀',
      '数字影像采集',
      '装帧档案',
      '虫蛀防治',
      '墨色分析',
      '库房温湿度',
      '修复师培养',
    ],
    actors: ['文献保护中心', '地方图书馆', '民间藏书家', '装裱工坊'],
    latin: ['IIIF', 'XRF', 'TEI P5', 'Raman', 'OCR', 'METS'],
    places: ['临岫市', '石仓古镇', '云台府', '南陌县'],
  },
  drones: {
    field: '低空物流',
    things: [
      '起降平台',
      '航线审批',
      '气象保障',
      '末端驿站',
      '电池更换柜',
      '噪声监测',
      '载荷分拣',
      '应急备降点',
    ],
    actors: ['航务调度中心', '乡镇卫生院', '快递网点', '保险公估人'],
    latin: ['UTM', 'ADS-B', '5G-A', 'RTK', 'SORA', 'ASTM F3411'],
    places: ['鹿鸣山区', '三渡县', '澄江市', '北麓开发区'],
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;

/** Coordinate systems a boundary may come in. We store CGCS2000, which agrees with WGS-84 within centimetres. */
export const datumLabels = {
  CGCS2000: '国家大地坐标系 CGCS2000',
  'WGS-84': 'GPS 坐标 WGS-84',
  'GCJ-02': '高德、腾讯、微信地图坐标 GCJ-02',
  'BD-09': '百度地图坐标 BD-09',
} as const;

/** `feature` counts the shapes of a file from 1; `lon` and `lat` say where to look. */
export const geoProblems = {
  'geo.unreadable': '没读出图形来。请上传 GeoJSON 文件，或粘贴 POLYGON((…)) 这样的 WKT 文字',
  'geo.too_large': '文件太大，有{characters}个字符，最多{characters_max}个。请把街道、社区、网格分开上传',
  'geo.too_many_features': '里面有{count}个图形，一次最多{count_max}个，请分几次上传',
  'geo.too_detailed': '这些图形合起来超过{count_max}个点，请在制图软件里简化边线，或分几次上传',
  'geo.empty': '第{feature}个图形是空的，没有画边界',
  'geo.no_polygon': '第{feature}个图形是{found}，边界要用面（Polygon）来画',
  'geo.position_invalid': '第{feature}个图形里有一个点读不出经纬度：{position}',
  'geo.swapped':
    '第{feature}个图形的经度和纬度可能写反了：{lon}, {lat}。先写经度（如116.65），再写纬度（如39.90）',
  'geo.projected': '第{feature}个图形用的是平面坐标（{lon}, {lat}），请在制图软件里导出为经纬度',
  'geo.out_of_range':
    '第{feature}个图形有一个点不在地球上：{lon}, {lat}。经度在-180到180之间，纬度在-90到90之间',
  'geo.ring_too_short': '第{feature}个图形只有{count}个不同的点，至少要3个才能围成一块',
  'geo.ring_open': '第{feature}个图形没有首尾相接，最后一个点要和第一个点（{lon}, {lat}）一样',
  'geo.too_many_vertices': '第{feature}个图形有{count}个点，最多{count_max}个，请在制图软件里简化边线',
  'geo.self_crossing': '第{feature}个图形的边线自己交叉了，位置在{lon}, {lat}，请把那里的线理顺',
  'geo.hole_outside': '第{feature}个图形里挖去的部分跑到外面去了，位置在{lon}, {lat}',
  'geo.no_area': '第{feature}个图形围不成面，面积是0',
};

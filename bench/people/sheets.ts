// Rosters as offices keep them, as CSV, made row by row from a fixed rule; every person is invented.

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const given = [...'安宁晓雨思远明哲文博嘉怡子涵一诺若溪梓晨浩然静雅建国淑兰海燕志强雪梅俊杰丽娟'];

export function nameOf(index: number): string {
  const surname = surnames[index % surnames.length];
  const first = given[Math.floor(index / surnames.length) % given.length];
  const second = given[Math.floor(index / (surnames.length * 7)) % given.length];
  return `${surname}${first}${second}`;
}

/** 198 and eight digits: a number of its own for each. */
export function phoneOf(index: number): string {
  return `198${String(index * 37 + 10_000_000).slice(-8)}`;
}

const personsPerHome = 3;

export function roomOf(index: number, entrances: number): string {
  const home = Math.floor(index / personsPerHome / entrances);
  return `${60 + Math.floor(home / 10)}${String(home % 10).padStart(2, '0')}室`;
}

/** The residents `from` to `to`, the last one not included. */
export function* residentSheet(from: number, to: number, entrances: readonly string[]): Generator<string> {
  yield '楼门编码,房号,房屋使用,姓名,与户主关系,性别,联系电话\r\n';
  for (let index = from; index < to; index++) {
    const home = Math.floor(index / personsPerHome);
    const entrance = entrances[home % entrances.length];
    const relation = ['户主', '配偶', '父母'][index % personsPerHome];
    const use = home % 4 === 0 ? '出租' : '自住';
    const sex = index % 2 ? '女' : '男';
    yield `${entrance},${roomOf(index, entrances.length)},${use},${nameOf(index)},${relation},${sex},${phoneOf(index)}\r\n`;
  }
}

export function* enterpriseSheet(size: number, entrances: readonly string[]): Generator<string> {
  const communities = [...new Set(entrances.map((code) => code.slice(0, 12)))];
  yield '单位名称,单位类别,所在区域,行业,联系人,联系电话\r\n';
  for (let index = 0; index < size; index++) {
    const community = communities[index % communities.length];
    yield `${nameOf(index)}${index}号企业,企业,${community},软件,${nameOf(index + 1)},${phoneOf(index + 5_000_000)}\r\n`;
  }
}

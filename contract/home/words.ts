export const homeProblems = {
  'home.not_a_community': '“{name}”不是社区或村，请从名单里选一个。',
  'home.known': '您登记在{community}。搬家了请告诉社区，我们来改。',
} as const;

export const homeEvents = {
  'home.community_chosen': '选择所在社区',
} as const;

// Stands in for mongosh: runs a script against a server that only keeps users, roles and indexes, twice, and prints them.
const path = require('path');
const script = path.resolve(process.argv[2]);
const kept = { signedIn: [], roles: {}, users: {}, indexes: {}, changes: 0 };

function keep(what, key, value, exists) {
  if (key in kept[what] !== exists) {
    throw new Error(`${key} ${exists ? 'is not' : 'is'} there`);
  }
  kept[what][key] = value;
  kept.changes++;
}

global.print = () => {};
global.db = {
  getSiblingDB: (name) => ({
    getName: () => name,
    auth: (user, password) => kept.signedIn.push([name, user, password]),
    getCollection: (collection) => ({
      createIndex: (keys, options = {}) => {
        const index = options.name ?? Object.entries(keys).flat().join('_');
        kept.indexes[`${name}.${collection}.${index}`] = { keys, ...options };
      },
    }),
    getRole: (role) => kept.roles[`${name}.${role}`] ?? null,
    getUser: (user) => kept.users[`${name}.${user}`] ?? null,
    createRole: ({ role, ...rights }) => keep('roles', `${name}.${role}`, rights, false),
    updateRole: (role, rights) => keep('roles', `${name}.${role}`, rights, true),
    createUser: ({ user, ...rest }) => keep('users', `${name}.${user}`, rest, false),
    updateUser: (user, rest) => keep('users', `${name}.${user}`, rest, true),
  }),
};
for (let run = 0; run < 2; run++) {
  delete require.cache[script];
  require(script);
}
console.log(JSON.stringify(kept));

// Brings MongoDB to access.json: a user and a role per service, in the service's own database. Run by mongosh, as often
// as one likes: rights and passwords become what the table and the environment say. What a role may do besides is
// make its collections and their indexes, which no service can be without.
const access = JSON.parse(require('fs').readFileSync(__dirname + '/access.json', 'utf8'));

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(name + ' is not set');
  }
  return value;
}

db.getSiblingDB('admin').auth('root', required('PRIS_MONGODB_ROOT_PASSWORD'));

for (const [service, collections] of Object.entries(access)) {
  const database = db.getSiblingDB('pris_' + service);
  const rights = {
    privileges: Object.entries(collections).map(([collection, actions]) => ({
      resource: { db: database.getName(), collection },
      actions: [...actions, 'createCollection', 'createIndex', 'listIndexes'],
    })),
    roles: [],
  };
  const user = {
    pwd: required(`PRIS_MONGODB_${service.toUpperCase()}_PASSWORD`),
    roles: [{ role: 'service', db: database.getName() }],
  };
  if (database.getRole('service')) {
    database.updateRole('service', rights);
  } else {
    database.createRole({ role: 'service', ...rights });
  }
  if (database.getUser(service)) {
    database.updateUser(service, user);
  } else {
    database.createUser({ user: service, ...user });
  }
}
print('MongoDB is as access.json says');

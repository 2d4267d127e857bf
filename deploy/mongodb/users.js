// Brings MongoDB to access.json: a user and a role per service, in the service's own database, and a user for backups.
// mongosh may run it as often as one likes: rights and passwords become what the table and the secrets say. Beside the
// table, a role may make its collections and their indexes, which no service can do without. Not those of `audit`: they
// are made here, for whoever may make an index may make one that removes by age.
const fs = require('fs');
const access = JSON.parse(fs.readFileSync(__dirname + '/access.json', 'utf8'));
const secrets = process.env.PRIS_SECRETS || '/run/secrets';

function secret(name) {
  const file = `${secrets}/mongodb-${name}`;
  const value = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  if (!value) {
    throw new Error(`The secret mongodb-${name} is missing or empty`);
  }
  return value;
}

function user(database, name, roles) {
  const its = { pwd: secret(name), roles };
  if (database.getUser(name)) {
    database.updateUser(name, its);
  } else {
    database.createUser({ user: name, ...its });
  }
}

// A year, whichever it is. MongoDB removes what is older; to change it takes collMod.
const RETENTION = 366 * 24 * 60 * 60;

function keepAudit(database) {
  const audit = database.getCollection('audit');
  audit.createIndex({ caseId: 1, at: -1, _id: -1 });
  audit.createIndex({ at: -1 }, { name: 'retention', expireAfterSeconds: RETENTION });
}

const admin = db.getSiblingDB('admin');
admin.auth('root', secret('root'));
// MongoDB's own role: it reads every database and changes none
user(admin, 'backup', [{ role: 'backup', db: 'admin' }]);

for (const [service, collections] of Object.entries(access)) {
  const database = db.getSiblingDB('pris_' + service);
  const rights = {
    privileges: Object.entries(collections).map(([collection, actions]) => ({
      resource: { db: database.getName(), collection },
      actions: [...actions, 'listIndexes', ...(collection === 'audit' ? [] : ['createCollection', 'createIndex'])],
    })),
    roles: [],
  };
  if (database.getRole('service')) {
    database.updateRole('service', rights);
  } else {
    database.createRole({ role: 'service', ...rights });
  }
  if (collections.audit) {
    keepAudit(database);
  }
  user(database, service, [{ role: 'service', db: database.getName() }]);
}
print('MongoDB is as access.json says');

// Founds the set, of one member, where it has not been founded. Ready is the member that takes writes.
const password = require('fs').readFileSync(process.env.MONGO_INITDB_ROOT_PASSWORD_FILE, 'utf8').trim();
db.getSiblingDB('admin').auth('root', password);
try {
  rs.status();
} catch (none) {
  rs.initiate({ _id: 'pris', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
quit(db.hello().isWritablePrimary ? 0 : 1);

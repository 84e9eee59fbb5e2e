"""The sentences of keeping the ledger's file: its key, its encryption, its backups."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # the key
    "key.missing": (
        N_("{path} needs a key, and there is nobody to ask."),
        N_("Name the file that holds the key in REINSERT_KEY_FILE, or type the command in a terminal."),
    ),
    "key.no_new": (
        N_("There is nobody to ask for the new key."),
        N_("Name its file with --new-key-file, or type the command in a terminal."),
    ),
    "key.wrong": (
        N_("The key does not open {path}."),
        N_("Give the right one: REINSERT_KEY_FILE, else the keyring, else what is typed; if it is, restore a backup."),
    ),
    "key.no_file": (N_("There is no key file {file}."), N_("Name the right one in REINSERT_KEY_FILE.")),
    "key.unreadable": (
        N_("The key file {file} cannot be read."),
        N_("It must be yours, and hold one line: a passphrase, or 64 hexadecimal digits."),
    ),
    "key.open_to_others": (
        N_("The key file {file} can be read by others than its owner."),
        N_("Take their rights away (chmod 600), and give the ledger another key if somebody may have read it."),
    ),
    "key.unwritable": (
        N_("The key file {file} cannot be made."),
        N_("Make its folder first, or name another file."),
    ),
    "key.short": (
        N_("A passphrase needs at least {count} characters."),
        N_("Choose a longer one: several words are easiest to remember."),
    ),
    "key.not_the_same": (N_("This is not what was typed before."), N_("Type both again.")),
    "key.not_kept": (
        N_("The system’s keyring did not take the key."),
        N_("It will be asked for; or name a file that holds it in REINSERT_KEY_FILE."),
    ),
    "key.same": (N_("The new key is the one that the ledger has."), N_("Give another one.")),
    # the ledger's file
    "ledger.encrypted": (
        N_("The ledger {path} is encrypted already."),
        N_("“reinsert rekey” gives it another key."),
    ),
    "ledger.in_clear": (N_("The ledger {path} is not encrypted."), N_("“reinsert encrypt” encrypts it.")),
    "server.no_driver": (
        N_("The ledger {path} is on a server, and the program that speaks to servers is not installed."),
        N_("Install it with “pip install reinsert-cli[server]”."),
    ),
    "server.unreachable": (
        N_("The server of {path} does not answer."),
        N_("Check the address and the network, then try again."),
    ),
    "server.refused": (
        N_("The server of {path} lets nobody in under that name and password."),
        N_("Check the address, or ask whoever looks after the server."),
    ),
    "server.no_database": (
        N_("There is no database {path}."),
        N_("Check the address, or have it made: createdb --template=template0 --locale=C --encoding=UTF8 NAME."),
    ),
    "server.no_ledger": (N_("There is no ledger in the database {path}."), N_("Make one with “reinsert init”.")),
    "server.collation": (
        N_("The database {path} does not sort texts as ledgers do."),
        N_("Have another one made: createdb --template=template0 --locale=C --encoding=UTF8 NAME."),
    ),
    "server.not_allowed": (
        N_("Your account may not do that on {path}."),
        N_("Use the account of another role, or ask whoever looks after the server."),
    ),
    "server.roles_left": (
        N_("Your account may not make the roles of {path}."),
        N_("Have whoever looks after the server run what “reinsert server roles --sql” prints."),
    ),
    "server.no_roles": (
        N_("The roles of the ledger are not made yet on its server."),
        N_("“reinsert server roles” makes them."),
    ),
    "server.no_such_role": (N_("There is no role “{printed}”."), N_("Roles are {known}.")),
    "server.regions": (
        N_("A coordinator is for one region or more; every other role is for the whole country."),
        N_("Name the regions of a coordinator with --region, and of nobody else."),
    ),
    "server.partial": (
        N_("Your account sees who people are in its own regions only, and that asks for the whole ledger."),
        N_("Ask whoever owns the ledger, or use the account of another role."),
    ),
    "person.elsewhere": (
        N_("Somebody with that card number is known already, in a region that your account does not see."),
        N_("Ask whoever owns the ledger."),
    ),
    "server.no_login": (
        N_("The server knows no account “{login}” that may log in."),
        N_("Have whoever looks after the server make it first."),
    ),
    "server.only": (
        N_("The ledger {path} is a file: “reinsert {command}” is for ledgers on a server."),
        N_("Give the address of the server’s ledger as REINSERT_LEDGER."),
    ),
    "server.too_many": (N_("The server of {path} serves too many people at once."), N_("Try again in a moment.")),
    "server.read_only": (
        N_("The server of {path} only lets ledgers be read."),
        N_("Ask the server that it copies: to write, to check, for a former day."),
    ),
    "server.gone": (
        N_("The server of {path} stopped; what was not yet told as done was not done."),
        N_("Try again once it runs."),
    ),
    "server.unusable": (
        N_("The server of {path} could not do that."),
        N_("Run “reinsert check”; if it comes back, ask whoever looks after the server."),
    ),
    "server.no_file": (
        N_("The ledger {path} is on a server: “reinsert {command}” is for ledgers in a file."),
        N_("Ask whoever looks after the server."),
    ),
    "ledger.replaced": (
        N_("The ledger {path} was replaced by another command meanwhile; nothing was written."),
        N_("Type the command again."),
    ),
    "ledger.being_made": (
        N_("Another command is making {path}."),
        N_("Wait for it to end, then try again."),
    ),
    "ledger.other_names": (
        N_("The file {path} has other names (hard links), which would keep what it holds now."),
        N_("Remove the others first."),
    ),
    "decrypt.not_agreed": (
        N_("Nobody agreed to it; the ledger stays encrypted."),
        N_("Answer the question with yes, or add --yes."),
    ),
    "check.in_clear": (
        N_("The ledger {path} names people and is not encrypted: whoever gets hold of the file reads it."),
        N_("“reinsert encrypt” encrypts it."),
    ),
    # copies and the way back
    "copy.differs": (
        N_("What was written for {path} is not what the ledger holds; nothing was replaced."),
        N_("Try again, on another disk if it comes back."),
    ),
    "copy.damaged": (
        N_("{path} is damaged, so it is not copied: {checks}."),
        N_("See “reinsert check --deep” and restore a backup; or add --force to copy it as it is."),
    ),
    "copy.unfit": (
        N_("What the table {table} holds does not fit into {path}; nothing was left there."),
        N_("Run “reinsert check --deep” on the ledger that is copied, and restore a backup of it if it is damaged."),
    ),
    "backup.exists": (N_("{file} exists already."), N_("Choose another name, name a folder, or add --force.")),
    "backup.keep_in_folder": (N_("--keep goes with a folder, and {file} is a file."), N_("Name a folder.")),
    "backup.damaged": (N_("The backup {file} is damaged; nothing was replaced."), N_("Restore another one.")),
    "backup.contradicted": (
        N_("The backup {file} does not hold what its own log says was written."),
        N_("Restore another one; or add --force and let “reinsert check” tell what is wrong."),
    ),
    "backup.older": (
        N_("The last write in the backup {file} is of {day}, before the day that was asked for."),
        N_("Restore a newer one, or leave --not-older-than out."),
    ),
    "backup.lacks_head": (
        N_("The backup {file}, whose last write is of {day}, lacks the record that was asked for."),
        N_("Restore a newer one, or leave --not-older-than out."),
    ),
    "restore.itself": (N_("{file} is the ledger itself."), N_("Name a backup.")),
    "restore.behind": (
        N_("Writes of the ledger that this backup lacks and that would be lost: {count}, the last of {day}."),
        N_("Restore a newer one; or add --force, and the ledger that stands there is kept beside it."),
    ),
    "restore.of_another": (
        N_("This is the backup of another ledger; writes that would be lost: {count}, the last of {day}."),
        N_("Name the right one; or add --force, and the ledger that stands there is kept beside it."),
    ),
    "restore.unread": (
        N_("{path} cannot be read, so that nobody can tell what would be lost."),
        N_("If it is damaged, add --force: it is kept beside the restored one. If its key is another, give that one."),
    ),
}

#!/bin/sh
# Upgrade, roll back, back up and restore a Sidebook that runs by compose. Run it in this folder.
set -eu
cd "$(dirname "$0")"

usage() {
	cat >&2 <<'TEXT'
Usage: sh sidebook.sh COMMAND
  backup             writes a backup into the data volume
  upgrade VERSION    backs up, then runs VERSION; goes back by itself if that does not become healthy
  rollback           runs the version before the last upgrade again, with the data of that moment
  restore BACKUP     puts a backup in place, e.g. one that `backups` lists
  backups            lists the backups
  admin ARGUMENTS    what `npm run admin` can do: links to reset a password, invitations
TEXT
	exit 2
}
fail() { echo "$1" >&2; exit 1; }
version() { sed -n 's/^SIDEBOOK_VERSION=//p' .env; }
set_version() {
	sed "s/^SIDEBOOK_VERSION=.*/SIDEBOOK_VERSION=$1/" .env >.env.new
	mv .env.new .env
}
# Answers whether the version in .env became healthy.
run_version() { docker compose up -d --wait --wait-timeout 120 sidebook; }
# Data first, then the program: an older program refuses data of a newer one.
go_back() {
	docker compose stop sidebook
	set_version "$1"
	docker compose run --rm --no-deps sidebook node tools/restore.ts "$2" --all --directory
	run_version || fail "Version $1 does not become healthy either. The backup $2 is whole; see: docker compose logs sidebook"
}

[ -f .env ] || fail 'There is no .env here: copy .env.example to .env and fill it in.'
case "${1:-}" in
backup) docker compose exec -T sidebook node tools/backup.ts ;;
backups) docker compose exec -T sidebook ls /data/backups ;;
restore)
	[ -n "${2:-}" ] || usage
	docker compose exec -T sidebook node tools/restore.ts "$2" --all
	;;
admin)
	shift
	docker compose exec -T sidebook node tools/admin.ts "$@"
	;;
upgrade)
	new=${2:-}
	[ -n "$new" ] || usage
	old=$(version)
	[ "$new" != "$old" ] || fail "Version $new runs already."
	said=$(docker compose exec -T sidebook node tools/backup.ts) || fail 'The backup failed, so nothing was changed.'
	echo "$said"
	backup=$(echo "$said" | sed -n 's/^Backup written to //p' | tail -n 1)
	[ -n "$backup" ] || fail 'The backup did not say where it is, so nothing was changed.'
	set_version "$new"
	if ! docker compose pull sidebook; then
		set_version "$old"
		fail "There is no image of version $new to be had; version $old runs on."
	fi
	printf '%s %s\n' "$old" "$backup" >.before
	if run_version; then
		echo "Version $new runs. Back to $old: sh sidebook.sh rollback"
	else
		echo "Version $new does not become healthy; going back to $old." >&2
		go_back "$old" "$backup"
		rm .before
		fail "Version $old runs again, with the data of before."
	fi
	;;
rollback)
	[ -f .before ] || fail 'There was no upgrade to roll back.'
	read -r old backup <.before
	echo "What was saved since the upgrade goes out of the server's data; each browser sends its own part of it again."
	go_back "$old" "$backup"
	rm .before
	echo "Version $old runs again."
	;;
*) usage ;;
esac

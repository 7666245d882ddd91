/** Keeps the bench on one core. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * PHP and MariaDB take turns: one waits while the other works. On two cores of a virtual machine the idle core
 * goes to sleep, and waking it takes longer than most queries do. How long depends on the host. On one core
 * nothing has to wake.
 */
export function stayOnOneCore(): void {
	const allowed = /^Cpus_allowed_list:\s*(?:.*\D)?(\d+)$/m.exec(
		readFileSync( '/proc/self/status', 'utf8' )
	);
	if ( allowed?.[ 1 ] === undefined ) {
		throw new Error( 'The cores that may be used are not known.' );
	}
	// All threads of this process, and so whatever it starts from now on.
	execFileSync( 'taskset', [
		'--all-tasks',
		'--cpu-list',
		'--pid',
		allowed[ 1 ],
		String( process.pid ),
	] );
}

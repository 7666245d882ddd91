/**
 * Runs one command of the check and says how it went.
 */
import { spawn } from 'node:child_process';
import { ROOT } from '../support/worlds/paths';

export interface Ran {
	readonly ok: boolean;
	readonly output: string;
}

/** Returns the output; `live` also prints it at once. */
export function run(
	command: readonly string[],
	show: 'live' | 'quiet',
	env: Record< string, string > = {}
): Promise< Ran > {
	const [ program = '', ...args ] = command;
	return new Promise( ( resolve ) => {
		let output = '';
		const child = spawn( program, args, {
			cwd: ROOT,
			stdio: [ 'ignore', 'pipe', 'pipe' ],
			env: { ...process.env, ...env },
		} );
		for ( const stream of [ child.stdout, child.stderr ] ) {
			stream.on( 'data', ( chunk: Buffer ) => {
				output += chunk.toString();
				if ( show === 'live' ) {
					process.stdout.write( chunk );
				}
			} );
		}
		child.once( 'error', ( error ) =>
			resolve( { ok: false, output: error.message } )
		);
		child.once( 'close', ( code ) =>
			resolve( { ok: code === 0, output } )
		);
	} );
}

/** Whether this machine has the program. */
export async function has( program: string ): Promise< boolean > {
	return ( await run( [ program, '--version' ], 'quiet' ) ).ok;
}

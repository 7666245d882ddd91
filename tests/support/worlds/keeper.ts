/**
 * Child processes that end with this process, even if it is killed. A shell starts the program and waits for the end of
 * its standard input, which this process holds open. Then the shell ends the whole process group.
 */
import { spawn } from 'node:child_process';
import { createServer, Socket } from 'node:net';

export interface Kept {
	/** Stops the process; resolves after it has ended. */
	stop(): Promise< void >;
	/** Its output so far. */
	output(): string;
	ended(): boolean;
}

const GUARD = [
	'exec 3<&0',
	'"$@" < /dev/null & program=$!',
	'( cat <&3 > /dev/null; kill -TERM 0 ) &',
	// From here on the shell ignores TERM, so that it can wait for the program and kill what is left.
	'trap "" TERM',
	'wait $program',
	'kill -KILL 0',
].join( '\n' );

export function keep(
	command: string,
	args: string[],
	env: Record< string, string > = {},
	hear: ( words: string ) => void = () => undefined
): Kept {
	const child = spawn( 'sh', [ '-c', GUARD, 'sh', command, ...args ], {
		detached: true,
		stdio: [ 'pipe', 'pipe', 'pipe' ],
		env: { ...process.env, ...env },
	} );
	let output = '';
	const listen = ( chunk: Buffer ) => {
		output = ( output + chunk.toString() ).slice( -20_000 );
		hear( chunk.toString() );
	};
	child.stdout.on( 'data', listen );
	child.stderr.on( 'data', listen );
	child.stdin.on( 'error', () => undefined );
	// This process must not wait for its children, because they end with it.
	child.unref();
	for ( const pipe of [ child.stdin, child.stdout, child.stderr ] ) {
		if ( pipe instanceof Socket ) {
			pipe.unref();
		}
	}
	const gone = new Promise< void >( ( resolve ) => {
		child.once( 'exit', () => resolve() );
	} );
	return {
		ended: () => child.exitCode !== null || child.signalCode !== null,
		output: () => output,
		stop: () => {
			child.ref();
			child.stdin.end();
			return gone;
		},
	};
}

/** Waits until a probe succeeds. If the process ends or takes too long, throws with its output. */
export async function untilReady(
	kept: Kept,
	name: string,
	probe: () => Promise< boolean >
): Promise< void > {
	const deadline = Date.now() + 60_000;
	while ( ! ( await probe() ) ) {
		if ( kept.ended() || Date.now() > deadline ) {
			await kept.stop();
			throw new Error( `${ name } did not start.\n${ kept.output() }` );
		}
		await new Promise( ( resolve ) => setTimeout( resolve, 25 ) );
	}
}

/** A free port on 127.0.0.1. */
export function freePort(): Promise< number > {
	return new Promise( ( resolve, reject ) => {
		const probe = createServer();
		probe.once( 'error', reject );
		probe.listen( 0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close( () =>
				typeof address === 'object' && address !== null
					? resolve( address.port )
					: reject( new Error( 'No port.' ) )
			);
		} );
	} );
}

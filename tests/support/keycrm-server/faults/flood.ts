/** Answers that are much too long, or come in much too small pieces. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip, gzipSync } from 'node:zlib';

const STATUS_LINE = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const PIECE = Buffer.alloc( 64 * 1024, ' ' );
const HEADER = Buffer.from( `X-More: ${ 'a'.repeat( 4000 ) }\r\n` );

/** If a client never hangs up, the test's server must stop sending by itself. */
const LONGEST_MS = 120_000;

/** Sends until the client hangs up. Because the answer never ends, the log has no status for it. */
export async function flood(
	response: ServerResponse,
	part: 'headers' | 'body'
): Promise< number > {
	const piece = 'body' === part ? PIECE : HEADER;
	await untilItHangsUp(
		response,
		'body' === part ? `${ STATUS_LINE }\r\n` : STATUS_LINE,
		async ( socket ) => {
			if ( socket.writableNeedDrain ) {
				await sleep( 1 );
			} else {
				socket.write( piece );
			}
		}
	);
	return 0;
}

export async function trickleHeaders(
	response: ServerResponse,
	every_ms: number
): Promise< number > {
	await untilItHangsUp( response, STATUS_LINE, async ( socket ) => {
		socket.write( 'X-More: a\r\n' );
		await sleep( every_ms );
	} );
	return 0;
}

async function untilItHangsUp(
	{ socket }: ServerResponse,
	beginning: string,
	more: (
		socket: NonNullable< ServerResponse[ 'socket' ] >
	) => Promise< void >
): Promise< void > {
	const begin = Date.now();
	socket?.on( 'error', () => socket.destroy() );
	socket?.write( beginning );
	while (
		null !== socket &&
		! socket.destroyed &&
		Date.now() - begin < LONGEST_MS
	) {
		await more( socket );
	}
	socket?.destroy();
}

/** Large bodies take seconds to make, so they are kept for the next test. */
const bombs = new Map< number, Promise< Buffer > >();

/** @return The body, or so many spaces, gzipped several times. */
export async function packed(
	body: Buffer | number,
	times: number
): Promise< Buffer > {
	let bytes: Buffer;
	if ( 'number' === typeof body ) {
		const known = bombs.get( body ) ?? spaces( body );
		bombs.set( body, known );
		bytes = await known;
	} else {
		bytes = gzipSync( body );
	}
	for ( let done = 1; done < times; done++ ) {
		bytes = gzipSync( bytes );
	}
	return bytes;
}

async function spaces( count: number ): Promise< Buffer > {
	const gzip = createGzip();
	const parts: Buffer[] = [];
	gzip.on( 'data', ( part: Buffer ) => parts.push( part ) );
	for ( let left = count; left > 0; left -= PIECE.length ) {
		if ( ! gzip.write( PIECE.subarray( 0, left ) ) ) {
			await once( gzip, 'drain' );
		}
	}
	gzip.end();
	await once( gzip, 'end' );
	return Buffer.concat( parts );
}

/** Sends spaces and then the body in chunks of one byte. All of that is the content of a single outer chunk. */
export function sendInPieces(
	{ socket }: ServerResponse,
	body: Buffer,
	bytes: number
): void {
	const text = ' '.repeat( bytes / 6 ) + body.toString( 'latin1' );
	const pieces = text.replace( /[\s\S]/g, ( byte ) => `1\r\n${ byte }\r\n` );
	const inner = `${ pieces }0\r\n\r\n`;
	const size = inner.length.toString( 16 );
	socket?.end(
		`${ STATUS_LINE }Transfer-Encoding: chunked\r\n\r\n${ size }\r\n${ inner }\r\n0\r\n\r\n`,
		'latin1'
	);
}

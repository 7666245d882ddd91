import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { toJsonText } from '../json';
import type { Reply } from '../http/reply';
import { html, nginx } from '../http/reply';
import type { Faults } from './fault-box';
import { flood, packed, sendInPieces, trickleHeaders } from './flood';

interface Body {
	type: string;
	bytes: Buffer;
}

interface Wire extends Body {
	headers: Record< string, string >;
}

/**
 * Sends the reply, changed by the faults.
 *
 * @return The status that was sent; 0 if the connection was cut instead.
 */
export async function send(
	response: ServerResponse,
	reply: Reply,
	faults: Faults
): Promise< number > {
	const slow = faults.find( 'slow' );
	if ( undefined !== slow ) {
		await sleep( slow.ms );
	}
	const reset = faults.find( 'reset' )?.when;
	if ( 'before_answer' === reset || breaksAfterWrite( faults ) ) {
		response.socket?.resetAndDestroy();
		return 0;
	}
	const shown =
		'html' === bodyChange( faults ) ? html( 200, nginxPage() ) : reply;
	const endless = faults.find( 'endless' );
	const drops = faults.find( 'trickling_headers' );
	if ( undefined !== endless ) {
		return flood( response, endless.part );
	}
	if ( undefined !== drops ) {
		return trickleHeaders( response, drops.every_ms );
	}
	const wire = await toWire( shown, faults );
	const pieces = faults.find( 'chunked_twice' );
	if ( undefined !== pieces ) {
		sendInPieces( response, wire.bytes, pieces.bytes );
		return shown.status;
	}
	const lie = faults.find( 'content_length' )?.by ?? 0;
	response.writeHead( shown.status, {
		...shown.headers,
		...wire.headers,
		'Content-Type': wire.type,
		'Content-Length': wire.bytes.length + lie,
	} );
	if ( 'in_body' === reset ) {
		response.write( wire.bytes.subarray( 0, wire.bytes.length / 2 ) );
		await sleep( 20 );
		response.socket?.resetAndDestroy();
		return 0;
	}
	await write( response, wire.bytes, faults );
	return shown.status;
}

function breaksAfterWrite( faults: Faults ): boolean {
	return faults
		.all( 'write' )
		.some( ( { change } ) => 'applied_then_reset' === change );
}

function bodyChange( faults: Faults ): string | undefined {
	return faults.find( 'body' )?.change;
}

function nginxPage(): string {
	const { content } = nginx( 503 );
	return 'text' in content ? content.text : '';
}

async function toWire( reply: Reply, faults: Faults ): Promise< Wire > {
	const body = toBody( reply, faults );
	const pack = faults.find( 'compressed' );
	if ( undefined === pack ) {
		return { ...body, headers: {} };
	}
	const { times = 1, unpacked_bytes, encoding = 'gzip' } = pack;
	return {
		...body,
		bytes: await packed( unpacked_bytes ?? body.bytes, times ),
		headers: { 'Content-Encoding': encoding },
	};
}

function toBody( reply: Reply, faults: Faults ): Body {
	if ( 'text' in reply.content ) {
		const { text, type } = reply.content;
		return { type, bytes: Buffer.from( text ) };
	}
	const bytes = Buffer.from( toJsonText( reply.content.json ) );
	const padding = ( faults.find( 'oversized' )?.bytes ?? 0 ) - bytes.length;
	const whole =
		padding > 0
			? Buffer.concat( [ bytes, Buffer.alloc( padding, ' ' ) ] )
			: bytes;
	switch ( bodyChange( faults ) ) {
		case 'empty':
			return { type: 'application/json', bytes: Buffer.alloc( 0 ) };
		case 'truncated':
			return {
				type: 'application/json',
				bytes: whole.subarray( 0, Math.floor( whole.length * 0.7 ) ),
			};
		case 'bom':
			return {
				type: 'application/json',
				bytes: Buffer.concat( [ Buffer.from( '\uFEFF' ), whole ] ),
			};
		case 'not_utf8':
			return {
				type: 'application/json',
				bytes: Buffer.from( whole.toString( 'utf8' ), 'latin1' ),
			};
		case 'content_type':
			return { type: 'text/html; charset=UTF-8', bytes: whole };
		case undefined:
		default:
			return { type: 'application/json', bytes: whole };
	}
}

async function write(
	response: ServerResponse,
	bytes: Buffer,
	faults: Faults
): Promise< void > {
	const trickle = faults.find( 'trickle' );
	const step = trickle?.bytes ?? bytes.length;
	for ( let from = 0; from < bytes.length; from += step ) {
		if ( response.destroyed ) {
			return;
		}
		response.write( bytes.subarray( from, from + step ) );
		if ( undefined !== trickle ) {
			await sleep( trickle.every_ms );
		}
	}
	response.end();
}

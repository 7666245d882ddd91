import type { ServerResponse } from 'node:http';
import { toJsonText } from '../json';
import type { Reply } from './reply';

/** Sends a reply that faults do not change. */
export function sendPlain( response: ServerResponse, reply: Reply ): void {
	const { content } = reply;
	const text = 'text' in content ? content.text : toJsonText( content.json );
	const type = 'text' in content ? content.type : 'application/json';
	response.writeHead( reply.status, {
		...reply.headers,
		'Content-Type': type,
		'Content-Length': Buffer.byteLength( text ),
	} );
	response.end( text );
}

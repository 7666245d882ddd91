import { createSign, generateKeyPairSync } from 'node:crypto';

/** A self-signed certificate for 127.0.0.1. */
export function selfSigned(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync( 'ec', {
		namedCurve: 'P-256',
	} );
	const spki = publicKey.export( { type: 'spki', format: 'der' } );
	const name = sequence(
		set( sequence( COMMON_NAME, der( UTF8, Buffer.from( '127.0.0.1' ) ) ) )
	);
	const body = sequence(
		der( INTEGER, Buffer.from( [ 1 ] ) ),
		sequence( ECDSA_WITH_SHA256 ),
		name,
		sequence( time( -1 ), time( 1 ) ),
		name,
		spki
	);
	const signature = createSign( 'sha256' ).update( body ).sign( privateKey );
	const certificate = sequence(
		body,
		sequence( ECDSA_WITH_SHA256 ),
		der( BIT_STRING, Buffer.concat( [ Buffer.from( [ 0 ] ), signature ] ) )
	);
	return {
		key: privateKey.export( { type: 'pkcs8', format: 'pem' } ).toString(),
		cert: pem( certificate ),
	};
}

// X.509 in DER: each value is a tag, a length and its content.
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const COMMON_NAME = Buffer.from( '0603550403', 'hex' );
const ECDSA_WITH_SHA256 = Buffer.from( '06082a8648ce3d040302', 'hex' );

function der( tag: number, content: Buffer ): Buffer {
	const { length } = content;
	const size =
		length < 0x80 ? [ length ] : [ 0x82, length >> 8, length & 0xff ];
	return Buffer.concat( [ Buffer.from( [ tag, ...size ] ), content ] );
}

function sequence( ...parts: Buffer[] ): Buffer {
	return der( 0x30, Buffer.concat( parts ) );
}

function set( part: Buffer ): Buffer {
	return der( 0x31, part );
}

/** @param days From now. */
function time( days: number ): Buffer {
	const date = new Date( Date.now() + days * 86_400_000 );
	const digits = date.toISOString().replace( /\D/g, '' ).slice( 2, 14 );
	return der( UTC_TIME, Buffer.from( `${ digits }Z` ) );
}

function pem( certificate: Buffer ): string {
	const lines = certificate.toString( 'base64' ).match( /.{1,64}/g ) ?? [];
	return [
		'-----BEGIN CERTIFICATE-----',
		...lines,
		'-----END CERTIFICATE-----',
		'',
	].join( '\n' );
}

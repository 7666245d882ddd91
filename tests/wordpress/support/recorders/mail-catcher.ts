/** E-mails that a test shop would send. */
import { z } from 'zod';
import { bulkFill } from '../../../support/fill/bulk-fill';
import type { OfferSeed } from '../../../support/keycrm-server';
import type { Shop } from '../../../support/worlds/shop';
import { openSession, sync } from '../session';
import type { Session } from '../session';

/** Keeps what would be sent. */
export const LETTER_BOX = `<?php
add_filter( 'pre_wp_mail', static function ( $sent, $mail ) {
	update_option( 'letter_box', array_merge( get_option( 'letter_box', array() ), array( array( 'to' => $mail['to'], 'subject' => $mail['subject'], 'text' => $mail['message'], 'locale' => determine_locale() ) ) ), false );
	return true;
}, 10, 2 );
`;

const lettersSchema = z.array(
	z.object( {
		to: z.array( z.string() ),
		subject: z.string(),
		text: z.string(),
		locale: z.string(),
	} )
);

/** What has been sent since the last time. */
export async function letters( shop: Shop ) {
	return lettersSchema.parse(
		await shop.php(
			`$all = get_option( 'letter_box', array() ); delete_option( 'letter_box' ); return $all;`
		)
	);
}

const offers = ( quantity: number ): OfferSeed[] =>
	Array.from( { length: 40 }, ( _, place ) => ( {
		sku: `M-${ place }`,
		quantity,
	} ) );

/** A shop with 40 products whose e-mails are kept, in sync at 10 of each. */
export async function openMailShop(
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession(
		{ offers: offers( 10 ) },
		{ mu: { letter_box: LETTER_BOX, ...mu } }
	);
	await bulkFill(
		session.shop,
		offers( 10 ).map( ( { sku } ) => ( {
			sku: sku ?? '',
			name: 'M',
			price: 1,
			stock: 10,
			type: 'simple' as const,
			parent: -1,
		} ) )
	);
	await sync( session.shop );
	return session;
}

/** From now on KeyCRM has so many of each. */
export function inKeyCrm( { keycrm }: Session, quantity: number ): void {
	keycrm.world.reset();
	keycrm.world.seed( { offers: offers( quantity ) } );
}

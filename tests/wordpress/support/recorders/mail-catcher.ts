/** Catches the e-mails that a test shop would send. */
import { z } from 'zod';
import { bulkFill } from '../../../support/fill/bulk-fill';
import type { OfferSeed } from '../../../support/keycrm-server';
import type { Shop } from '../../../support/worlds/shop';
import { openSession, sync } from '../session';
import type { Session } from '../session';

/** Stores each e-mail instead of sending it. */
export const MAIL_CATCHER = `<?php
add_filter( 'pre_wp_mail', static function ( $sent, $mail ) {
	update_option( 'mail_catcher', array_merge( get_option( 'mail_catcher', array() ), array( array( 'to' => $mail['to'], 'subject' => $mail['subject'], 'text' => $mail['message'], 'locale' => determine_locale() ) ) ), false );
	return true;
}, 10, 2 );
`;

const emailsSchema = z.array(
	z.object( {
		to: z.array( z.string() ),
		subject: z.string(),
		text: z.string(),
		locale: z.string(),
	} )
);

/** Returns the e-mails since the last call. */
export async function takeEmails( shop: Shop ) {
	return emailsSchema.parse(
		await shop.php(
			`$all = get_option( 'mail_catcher', array() ); delete_option( 'mail_catcher' ); return $all;`
		)
	);
}

const offers = ( quantity: number ): OfferSeed[] =>
	Array.from( { length: 40 }, ( _, place ) => ( {
		sku: `M-${ place }`,
		quantity,
	} ) );

/** Opens a shop with 40 products whose e-mails are caught, in sync at 10 of each. */
export async function openMailShop(
	mu: Record< string, string > = {}
): Promise< Session > {
	const session = await openSession(
		{ offers: offers( 10 ) },
		{ mu: { mail_catcher: MAIL_CATCHER, ...mu } }
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

/** Sets this number in KeyCRM for every product. */
export function inKeyCrm( { keycrm }: Session, quantity: number ): void {
	keycrm.world.reset();
	keycrm.world.seed( { offers: offers( quantity ) } );
}

/** E-mails that a test shop would send. */
import { z } from 'zod';
import type { Shop } from '../../support/worlds/shop';

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

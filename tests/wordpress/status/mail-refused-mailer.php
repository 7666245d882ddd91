<?php
/** A mailer that refuses, throws or exits, as the option says. */

add_filter( 'pre_wp_mail', static function ( $sent, $mail ) {
	switch ( get_option( 'mailer' ) ) {
		case 'refuses':
			do_action( 'wp_mail_failed', new WP_Error( 'wp_mail_failed', 'SMTP connect() failed.', $mail ) );
			remove_all_filters( 'pre_wp_mail', 10 );
			return false;
		case 'throws':
			throw new RuntimeException( 'The mailer has no token.' );
		case 'exits':
			exit;
	}
	return $sent;
}, 9, 2 );

<?php
/**
 * Says in the owner's words what went wrong with a run.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Run;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\KeyCrm\Client\ErrorKind;
use KeyCrmStock\Text\ApiErrorText;
use KeyCrmStock\Value\Run\RunError;

/**
 * Called when a person reads, in that person's language. `message` says what happened and what it means,
 * `hint` what to do. A code that this version does not know comes from a newer one.
 */
final class RunErrorText {

	public static function message( RunError $error ): string {
		if ( '' !== $error->message ) {
			return $error->message;
		}
		$kind = ErrorKind::tryFrom( $error->code );
		return null === $kind ? self::own_message( $error ) : ApiErrorText::message( $kind, $error );
	}

	public static function hint( RunError $error ): string {
		if ( '' !== $error->message ) {
			return $error->hint;
		}
		$kind = ErrorKind::tryFrom( $error->code );
		return null === $kind ? self::own_hint( $error ) : ApiErrorText::hint( $kind, $error );
	}

	/** Message and hint, one after the other. */
	public static function whole( RunError $error ): string {
		return trim( self::message( $error ) . ' ' . self::hint( $error ) );
	}

	/** @return array{code: string, message: string, hint: string, details: string} @see src-admin/contract/run.ts runSchema.error */
	public static function to_array( RunError $error ): array {
		return array(
			'code'    => $error->code,
			'message' => self::message( $error ),
			'hint'    => self::hint( $error ),
			'details' => $error->details,
		);
	}

	private static function own_message( RunError $error ): string {
		return match ( $error->code ) {
			RunError::SUPERSEDED => __( 'A newer sync has taken its place. Nothing was changed by this one.', 'stock-sync-for-keycrm' ),
			'not_compared' => __( 'The shop has not been compared with KeyCRM yet, so it is not known what is missing. Nothing was changed.', 'stock-sync-for-keycrm' ),
			'no_drafts' => __( 'While the shop keeps the stock that counts, KeyCRM’s numbers may not be written into it, so no drafts with KeyCRM’s stock are created. Nothing was changed.', 'stock-sync-for-keycrm' ),
			'creation_outdated' => __( 'The settings, or the KeyCRM account, have changed since you looked at the list, so no more products were created. Those that were created stay; the list of changes names them.', 'stock-sync-for-keycrm' ),
			'empty_catalogue' => __( 'KeyCRM answered, but its list of products is empty. Nothing in the shop was changed.', 'stock-sync-for-keycrm' ),
			'list_kept_moving' => __( 'KeyCRM’s list of products kept changing while it was read, so it was never seen whole. Nothing in the shop was changed.', 'stock-sync-for-keycrm' ),
			'no_push_warehouse' => __( 'The shop’s stock is to be sent to KeyCRM, and no KeyCRM warehouse is chosen that receives it. Nothing was sent.', 'stock-sync-for-keycrm' ),
			'push_refused' => __( 'KeyCRM refused every quantity that the shop sent, so the rest was not tried. Quantities that KeyCRM had taken before stay there.', 'stock-sync-for-keycrm' ),
			'warehouse_vanished' => sprintf(
				/* translators: %s: one or more warehouse numbers */
				__( 'A warehouse that you chose holds no product in KeyCRM any more (number %s). It may have been deleted. Nothing in the shop was changed.', 'stock-sync-for-keycrm' ),
				$error->text( 'warehouses' )
			),
			'shop_does_not_manage_stock' => __( 'WooCommerce’s stock management is switched off for the whole shop, so no product has a number that could be kept right. Nothing was changed.', 'stock-sync-for-keycrm' ),
			RunError::OTHER_SITE => __( 'The API key was entered at another address of this shop, so this may be a copy of it, and KeyCRM was not asked. Stock stays as it is.', 'stock-sync-for-keycrm' ),
			'key_unreadable' => __( 'The saved KeyCRM API key can no longer be read, because the security keys in wp-config.php have changed (as they do when a site is moved). Stock in the shop stays as it is.', 'stock-sync-for-keycrm' ),
			'key_invalid' => __( 'The constant KEYCRM_STOCK_API_KEY in wp-config.php is not a key, so KeyCRM cannot be asked. Stock in the shop stays as it is.', 'stock-sync-for-keycrm' ),
			RunError::SETTINGS_CHANGED => __( 'The settings were changed while this sync wrote stock quantities, so it stopped. Products that it had reached keep the number of the earlier settings until the next sync.', 'stock-sync-for-keycrm' ),
			'settings_damaged' => __( 'The plugin’s saved settings are damaged and cannot be read, as happens when a database is moved or edited by hand. Stock in the shop stays as it is, and nothing is saved over them.', 'stock-sync-for-keycrm' ),
			'database' => __( 'The shop’s own database refused what the plugin asked of it, several times in a row, and the sync stopped. Products that were already updated keep their right number; the others stay as they were.', 'stock-sync-for-keycrm' ),
			'process_died' => sprintf(
				/* translators: %d: how many times. */
				__( 'The server ended the sync’s process %d times at the same place, so the sync stopped. Products that were already updated keep their right number; the others stay as they were.', 'stock-sync-for-keycrm' ),
				$error->number( 'times' )
			),
			'unexpected' => __( 'Something went wrong inside the shop, and the sync stopped. Products that were already updated keep their right number; the others stay as they were.', 'stock-sync-for-keycrm' ),
			/* translators: %s: a short code such as "over_quota". */
			default => sprintf( __( 'The sync stopped for a reason that this version of the plugin has no words for (%s).', 'stock-sync-for-keycrm' ), $error->code ),
		};
	}

	private static function own_hint( RunError $error ): string {
		return match ( $error->code ) {
			RunError::SUPERSEDED => __( 'There is nothing to do here.', 'stock-sync-for-keycrm' ),
			'not_compared' => __( 'Make a preview first, then start again.', 'stock-sync-for-keycrm' ),
			'no_drafts' => __( 'Create these products in the shop by hand, with the same SKUs. Or let KeyCRM keep the stock (Settings), and start again.', 'stock-sync-for-keycrm' ),
			'creation_outdated' => __( 'Start again and look at the new list. What is there already is found and not created a second time.', 'stock-sync-for-keycrm' ),
			'empty_catalogue' => __( 'Check that the API key belongs to the KeyCRM account that holds your products.', 'stock-sync-for-keycrm' ),
			'list_kept_moving' => __( 'This often happens while products are being imported into KeyCRM. Try again when that is finished; the schedule tries again by itself.', 'stock-sync-for-keycrm' ),
			'no_push_warehouse', 'push_refused' => __( 'Open Settings → Where stock is kept and choose the warehouse that receives the shop’s stock.', 'stock-sync-for-keycrm' ),
			'warehouse_vanished' => __( 'Open Settings → What may be sold and choose the warehouses again.', 'stock-sync-for-keycrm' ),
			'shop_does_not_manage_stock' => __( 'Switch on “Enable stock management” under WooCommerce → Settings → Products → Inventory, then sync again.', 'stock-sync-for-keycrm' ),
			RunError::OTHER_SITE => __( 'If this is a copy, there is nothing to do. If the shop has moved, open Settings → Connection and say so.', 'stock-sync-for-keycrm' ),
			'key_unreadable' => __( 'Copy the key from KeyCRM (Settings → General → API key) and enter it again under Settings → Connection.', 'stock-sync-for-keycrm' ),
			'key_invalid' => __( 'Correct it in wp-config.php. Or remove it there, and enter the key under Settings → Connection.', 'stock-sync-for-keycrm' ),
			RunError::SETTINGS_CHANGED => __( 'There is nothing to do: a new sync with the new settings starts by itself.', 'stock-sync-for-keycrm' ),
			/* translators: %s: name of an option in the database. */
			'settings_damaged' => sprintf( __( 'Have the option “%s” restored from a backup of the database. If there is none, have it deleted and choose the settings again.', 'stock-sync-for-keycrm' ), $error->text( 'option' ) ),
			'database' => __( 'The next sync tries again. If it stays so, show the technical details to your hosting provider: they hold the database’s own words.', 'stock-sync-for-keycrm' ),
			'process_died' => __( 'A limit of memory or time is the usual reason. Look into the server’s error log, or show the technical details to your hosting provider. The next sync tries again.', 'stock-sync-for-keycrm' ),
			'unexpected' => __( 'Try again. If it happens again, send the technical details to your developer or to the plugin’s support.', 'stock-sync-for-keycrm' ),
			default => __( 'It was written by a newer version of the plugin. Update the plugin.', 'stock-sync-for-keycrm' ),
		};
	}
}

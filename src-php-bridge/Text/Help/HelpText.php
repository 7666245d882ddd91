<?php
/**
 * The Help tab: how the plugin works.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text\Help;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Text\OutcomeText;
use KeyCrmStock\Value\Change\Outcome;

/** @phpstan-type Section array{title: string, paragraphs: list<string>, steps: list<string>, terms: list<array{term: string, text: string}>, shows_cron_line: bool} */
final class HelpText {

	/** In the order in which Help explains them. */
	private const OUTCOMES = array(
		Outcome::Updated,
		Outcome::Unchanged,
		Outcome::NotInKeyCrm,
		Outcome::DuplicateInShop,
		Outcome::DuplicateInKeyCrm,
		Outcome::NotManaged,
		Outcome::ManagedByParent,
		Outcome::Excluded,
		Outcome::Created,
		Outcome::ChangedSince,
		Outcome::Failed,
	);

	/** @return list<Section> @see src-admin/contract/help.ts helpSchema */
	public static function sections(): array {
		return array(
			self::section( __( 'How it works', 'stock-sync-for-keycrm' ), array( 'steps' => self::steps() ) ),
			self::section(
				__( 'The number in the shop', 'stock-sync-for-keycrm' ),
				array( 'paragraphs' => array( __( 'For sale = what the chosen warehouses hold − what is reserved there (if you subtract it) − what you keep back. It is rounded down, and never below 0 unless you allow it.', 'stock-sync-for-keycrm' ) ) )
			),
			self::section( __( 'What the outcomes mean', 'stock-sync-for-keycrm' ), array( 'terms' => self::outcomes() ) ),
			self::section(
				__( 'When the site is quiet', 'stock-sync-for-keycrm' ),
				array(
					'paragraphs'      => array( __( 'WordPress’s own scheduler runs when somebody visits the shop. With few visits, syncs come late. Your server’s scheduler does not depend on visits: in your hoster’s panel open “Cron jobs” and add this line. The address in it is secret; who knows it can only start a sync that is due.', 'stock-sync-for-keycrm' ) ),
					'shows_cron_line' => true,
				)
			),
		);
	}

	/**
	 * @param array{paragraphs?: list<string>, steps?: list<string>, terms?: list<array{term: string, text: string}>, shows_cron_line?: bool} $parts
	 * @return Section
	 */
	private static function section( string $title, array $parts ): array {
		return array(
			'title'           => $title,
			'paragraphs'      => $parts['paragraphs'] ?? array(),
			'steps'           => $parts['steps'] ?? array(),
			'terms'           => $parts['terms'] ?? array(),
			'shows_cron_line' => $parts['shows_cron_line'] ?? false,
		);
	}

	/** @return list<string> */
	private static function steps(): array {
		return array(
			__( 'All stock is read from KeyCRM. If something is missing from the answer or KeyCRM cannot be reached, nothing is written.', 'stock-sync-for-keycrm' ),
			__( 'It is compared with your products. A product belongs to the one in KeyCRM that has exactly the same SKU.', 'stock-sync-for-keycrm' ),
			__( 'If unusually much would be lost, the sync stops and asks you.', 'stock-sync-for-keycrm' ),
			__( 'Only the numbers that differ are written. Prices, texts, visibility and back orders are never touched.', 'stock-sync-for-keycrm' ),
		);
	}

	/** @return list<array{term: string, text: string}> */
	private static function outcomes(): array {
		return array_map(
			static fn ( Outcome $outcome ): array => array(
				'term' => OutcomeText::name( $outcome ),
				'text' => OutcomeText::advice( $outcome ),
			),
			self::OUTCOMES
		);
	}
}

<?php
/**
 * Something that Site Health has to say.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin\Health;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Screen\AdminPage;

final class Finding {

	public const GOOD        = 'good';
	public const RECOMMENDED = 'recommended';
	public const CRITICAL    = 'critical';

	/**
	 * @param string $level One of the constants, which are WordPress's words.
	 * @param string $label What is the matter, in a few words.
	 * @param string $text  What happened, what it means, what to do: plain text.
	 * @param string $link  What the link does; '' for none.
	 * @param string $place Where it leads: what follows the page's address.
	 */
	public function __construct(
		public readonly string $level,
		public readonly string $label,
		public readonly string $text,
		public readonly string $link,
		public readonly string $place = '',
	) {}

	/**
	 * @param non-empty-list<self> $findings The worst first: it gives the test its name and colour.
	 * @param list<string>         $facts    What is so, whatever is wrong.
	 * @return array<string, mixed> As WordPress wants the result of a test.
	 */
	public static function result( string $test, array $findings, array $facts ): array {
		$paragraphs = '';
		$links      = '';
		foreach ( $findings as $index => $finding ) {
			$title       = 0 === $index ? '' : '<strong>' . esc_html( $finding->label ) . '</strong> ';
			$paragraphs .= '<p>' . $title . esc_html( $finding->text ) . '</p>';
			$url         = admin_url( 'admin.php?page=' . AdminPage::SLUG . $finding->place );
			$links      .= '' === $finding->link ? '' : sprintf( '<p><a href="%s">%s</a></p>', esc_url( $url ), esc_html( $finding->link ) );
		}
		$items       = implode( '', array_map( static fn ( string $fact ): string => '<li>' . esc_html( $fact ) . '</li>', $facts ) );
		$paragraphs .= '' === $items ? '' : "<ul>$items</ul>";
		return array(
			'label'       => $findings[0]->label,
			'status'      => $findings[0]->level,
			'badge'       => array(
				'label' => __( 'Stock', 'stock-sync-for-keycrm' ),
				'color' => 'blue',
			),
			'description' => $paragraphs,
			'actions'     => $links,
			'test'        => $test,
		);
	}
}

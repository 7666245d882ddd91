<?php
/**
 * Something that Site Health has to say.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Health;

defined( 'ABSPATH' ) || exit;

final class Finding {

	public const GOOD        = 'good';
	public const RECOMMENDED = 'recommended';
	public const CRITICAL    = 'critical';

	/**
	 * @param string $level One of the constants, which are WordPress's words.
	 * @param string $label What is the matter, in a few words.
	 * @param string $text  What happened, what it means, what to do: plain text.
	 * @param string $link  Text of the link; '' for none.
	 * @param string $place Fragment that follows the address of our page.
	 */
	public function __construct(
		public readonly string $level,
		public readonly string $label,
		public readonly string $text,
		public readonly string $link,
		public readonly string $place = '',
	) {}
}

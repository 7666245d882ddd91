<?php
/**
 * An e-mail to the owner: plain, short, with one link.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Notify;

defined( 'ABSPATH' ) || exit;

final class Email {

	/** @param list<string> $paragraphs */
	public function __construct(
		public readonly string $subject,
		private readonly array $paragraphs,
		private readonly string $link_text,
		private readonly string $link,
	) {}

	public function text(): string {
		return implode( "\n\n", array( ...$this->paragraphs, $this->link_text . "\n" . $this->link ) ) . "\n";
	}
}

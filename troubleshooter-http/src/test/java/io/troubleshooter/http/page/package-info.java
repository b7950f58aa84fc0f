@NullMarked
package io.troubleshooter.http.page;

import org.jspecify.annotations.NullMarked;

/** Needs the troubleshooter and nothing else. */
module com.example.embed {
    requires io.troubleshooter.core;
}

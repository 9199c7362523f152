package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kujawskopomorskie.ngo.testing.Node;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementTest {

    private Node node;

    @BeforeAll
    void startNode() {
        node = Node.with(Map.of());
    }

    @AfterAll
    void stopNode() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/system/health", "/system/health/liveness", "/system/health/readiness"})
    void a_node_says_that_it_is_well_and_no_more(String path) {
        var reply = node.management().getJson(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void metrics_are_there_for_prometheus() {
        var management = node.management();
        var reply = management.send(management.request("/system/prometheus").GET());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("hikaricp_connections", "portal_jobs_failed", "jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/system/prometheus",
                "/system/health",
                "/system/metrics",
                "/system/env",
                "/system/beans",
                "/system/loggers",
                "/system/routes",
                "/system/threaddump"
            })
    void the_public_sees_none_of_it(String path, Web web) {
        assertThat(web.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/system/env", "/system/beans", "/system/loggers", "/system/routes", "/system/stop"})
    void what_is_not_needed_is_nowhere(String path) {
        assertThat(node.management().get(path).status()).isEqualTo(404);
    }

    @Test
    void pages_are_not_on_the_management_port() {
        assertThat(node.management().get("/konsultacje").status()).isEqualTo(404);
    }
}

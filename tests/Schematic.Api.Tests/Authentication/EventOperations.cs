namespace Schematic.Api.Tests.Authentication;

/// <summary>Operations on events and on what was counted by them; see <see cref="Operations"/>.</summary>
internal static class EventOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(
            "POST",
            "/events",
            Callers.AnyKey,
            201,
            """{"event_type":"track","body":{"event":"export","company":{"domain":"{company_key}"}}}""",
            Status: 201,
            IsReadByMember: true
        ),
        new(
            "POST",
            "/event-batch",
            Callers.AnyKey,
            201,
            """{"events":[{"event_type":"identify","body":{"keys":{"email":"{user_key}"}}}]}""",
            Status: 201,
            IsReadByMember: true
        ),
        new(
            "POST",
            "/batch",
            Callers.AnyKey,
            200,
            """{"events":[{"type":"track","body":{"event":"export","company":{"id":"{company_id}"}}}]}""",
            IsReadByMember: true
        ),
        new(
            "POST",
            "/e",
            Callers.AnyKey,
            200,
            """{"type":"flag_check","body":{"flag_key":"{key}","reason":"x","value":true,"company_id":"{company_id}"}}""",
            IsReadByMember: true
        ),
        new("GET", "/events/tail", Callers.Readers, 200, Query: "?after=0"),
        new("GET", "/events/{event_id}", Callers.Readers, 404),
        new("GET", "/events/{event_id}/effects", Callers.Readers, 404),
        new("POST", "/events/{event_id}/replay", Callers.Writers, 404, Status: 409),
        new(
            "GET",
            "/feature-usage-timeseries",
            Callers.Readers,
            404,
            Query: "?company_id={company_id}&feature_id={feature_id}&start_time=2026-06-01T00:00:00Z&end_time=2026-07-01T00:00:00Z"
        ),
        new(
            "GET",
            "/insights/feature-usage-timeseries",
            Callers.Readers,
            200,
            Query: "?feature_id={feature_id}&start_time=2026-06-01T00:00:00Z&end_time=2026-07-01T00:00:00Z"
        ),
        new(
            "GET",
            "/feature-usage-history",
            Callers.Readers,
            200,
            Query: "?company_ids={company_id}&start_time=2026-06-01T00:00:00Z&end_time=2026-07-01T00:00:00Z"
        ),
        new(
            "GET",
            "/user-usage-by-company",
            Callers.Readers,
            404,
            Query: "?company_id={company_id}&feature_id={feature_id}"
        ),
        new(
            "GET",
            "/insights/top-companies",
            Callers.Readers,
            200,
            Query: "?feature_id={feature_id}&start_time=2026-06-01T00:00:00Z&end_time=2036-07-01T00:00:00Z"
        ),
        new(
            "GET",
            "/insights/top-companies/count",
            Callers.Readers,
            200,
            Query: "?feature_id={feature_id}&start_time=2026-06-01T00:00:00Z&end_time=2036-07-01T00:00:00Z"
        ),
        new("GET", "/usage-by-company", Callers.Readers, 404, Query: "?keys[domain]={company_key}"),
        new("GET", "/unknown-names", Callers.Readers, 200, Query: "?kinds=event"),
        new("GET", "/unknown-names/count", Callers.Readers, 200, Query: "?kinds=event"),
    ];
}

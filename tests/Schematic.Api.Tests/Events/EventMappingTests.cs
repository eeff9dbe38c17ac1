using Schematic.Api.Entities;
using Schematic.Api.Events;
using Schematic.Api.Features;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Events;

public sealed class EventMappingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, EntityRow> Known = new()
    {
        ["comp_1"] = new CompanyRow
        {
            Id = "comp_1",
            EntityType = EntityType.Company,
            Name = "Acme",
            SortName = "acme",
        },
        ["user_1"] = new UserRow
        {
            Id = "user_1",
            EntityType = EntityType.User,
            Name = "Ada",
            SortName = "ada",
        },
    };

    [Fact]
    public void An_event_names_whom_it_is_about_and_every_feature_that_counts_it()
    {
        var read = ToContract(Row(), Feature("feat_1", "export"), Feature("feat_2", "export"), Feature("feat_3", "x"));

        Assert.Equal(
            ("evt_1", "env_1", EventType.Track, "export", 3),
            (read.Id, read.EnvironmentId, read.Type, read.Subtype, read.Quantity)
        );
        Assert.Equal(("comp_1", "Acme"), (read.CompanyId, read.Company?.Name));
        Assert.Equal(("user_1", "Ada"), (read.UserId, read.User?.Name));
        Assert.Equal(["feat_1", "feat_2"], read.FeatureIds);
        Assert.Equal(["The feature feat_1", "The feature feat_2"], read.Features.Select(static one => one.Name));
    }

    [Fact]
    public void Times_say_when_it_happened_arrived_and_took_effect()
    {
        var read = ToContract(Row());

        Assert.Equal((At, At.AddSeconds(-1), At.AddSeconds(1)), (read.CapturedAt, read.SentAt, read.LoadedAt));
        Assert.Equal((At.AddSeconds(2), At.AddSeconds(2)), (read.ProcessedAt, read.EnrichedAt));
    }

    [Fact]
    public void Whoever_is_gone_keeps_the_id_and_loses_the_name()
    {
        var read = Row().ToContract("env_1", new Dictionary<string, EntityRow>(), None);

        Assert.Equal(("comp_1", null), (read.CompanyId, read.Company));
        Assert.Equal(("user_1", null), (read.UserId, read.User));
    }

    [Fact]
    public void An_event_that_counts_nothing_is_of_no_feature()
    {
        var read = ToContract(Row(eventType: "identify", subtype: null), Feature("feat_1", null));

        Assert.Equal(EventType.Identify, read.Type);
        Assert.Empty(read.FeatureIds);
        Assert.Empty(read.Features);
    }

    [Theory]
    [InlineData("track", EventType.Track)]
    [InlineData("flag_check", EventType.FlagCheck)]
    [InlineData("of a later release", EventType.Unknown)]
    public void A_type_is_read_by_its_name_on_the_wire(string stored, EventType type) =>
        Assert.Equal(type, ToContract(Row(eventType: stored)).Type);

    [Fact]
    public void A_failed_event_says_why()
    {
        var read = ToContract(Row(error: "It is wrong."));

        Assert.Equal((EventStatus.Failed, "It is wrong.", null), (read.Status, read.ErrorMessage, read.ProcessedAt));
    }

    [Fact]
    public void The_preview_is_the_first_256_characters_of_the_body()
    {
        // Two UTF-16 units each: a cut in the middle of one could not be sent.
        var text = string.Concat(Enumerable.Repeat("😀", 300));

        var read = ToContract(Row(body: $$"""{"event":"{{text}}"}"""));

        Assert.Equal($$"""{"event":"{{string.Concat(Enumerable.Repeat("😀", 246))}}""", read.BodyPreview);
        Assert.Equal(text, read.Body.GetProperty("event").GetString());
    }

    [Theory]
    [InlineData("""{"lease_id":"lse_1"}""", "lse_1")]
    [InlineData("""{"lease_id":7}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""[]""", null)]
    public void A_lease_is_read_from_the_body(string body, string? lease) =>
        Assert.Equal(lease, ToContract(Row(body: body)).LeaseId);

    [Fact]
    public void Effects_are_the_counters_before_and_after()
    {
        var effects = Row(total: 10, day: -1).ToEffects(Known);

        Assert.Equal(("evt_1", "Acme", "Ada"), (effects.EventId, effects.Company?.Name, effects.User?.Name));
        Assert.Equal(
            [("export", MetricPeriod.AllTime, 7, 10), ("export", MetricPeriod.CurrentDay, -4, -1)],
            effects.Counters.Select(static one => (one.EventSubtype, one.Period, one.Before, one.After))
        );
    }

    [Fact]
    public void An_event_that_moved_no_counter_has_no_effects()
    {
        Assert.Empty(Row().ToEffects(Known).Counters);
        Assert.Empty(Row(subtype: null, total: 10, day: 10).ToEffects(Known).Counters);
    }

    private static ILookup<string, FeatureRow> None => ByEvent([]);

    private static EventDetailResponseData ToContract(EventRow row, params FeatureRow[] features) =>
        row.ToContract("env_1", Known, ByEvent(features));

    private static ILookup<string, FeatureRow> ByEvent(FeatureRow[] features) =>
        features
            .Where(static feature => feature.EventSubtype is not null)
            .ToLookup(static feature => feature.EventSubtype!);

    private static FeatureRow Feature(string id, string? subtype) =>
        new()
        {
            Id = id,
            Name = $"The feature {id}",
            Description = "",
            Icon = "",
            EventSubtype = subtype,
        };

    private static EventRow Row(
        string eventType = "track",
        string? subtype = "export",
        string body = "{}",
        string? error = null,
        long? total = null,
        long? day = null
    ) =>
        new()
        {
            Id = "evt_1",
            EventType = eventType,
            EventSubtype = subtype,
            Status = error is null ? EventStatus.Processed : EventStatus.Failed,
            Error = error,
            Body = body,
            CompanyId = "comp_1",
            UserId = "user_1",
            Quantity = 3,
            SentAt = At.AddSeconds(-1),
            CapturedAt = At,
            ReceivedAt = At.AddSeconds(1),
            ProcessedAt = error is null ? At.AddSeconds(2) : null,
            TotalAfter = total,
            DayAfter = day,
        };
}

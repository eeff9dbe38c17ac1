using Schematic.Dashboard.AuditLog;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditLogListQueryTests
{
    [Fact]
    public void Every_filter_is_read_back_from_the_address()
    {
        var query = new AuditLogListQuery
        {
            Search = "pro",
            Actor = "acme_1",
            Environment = "env_1",
            Type = "plan",
            ResourceId = "plan_1",
            Outcome = AuditOutcome.Refused,
            From = new DateOnly(2026, 11, 1),
            To = new DateOnly(2026, 11, 2),
            Page = 3,
        };

        Assert.Equal(query, AuditLogListQuery.FromUri(new UrlReader(query.ToUri())));
        Assert.True(query.IsFiltered);
    }

    [Fact]
    public void The_last_day_is_counted_to_its_end()
    {
        var day = new DateOnly(2026, 11, 1);
        var sent = new AuditLogListQuery { From = day, To = day }.ToContract();

        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), sent.StartTime);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), sent.EndTime);
        Assert.Null(
            new AuditLogListQuery { To = DateOnly.MaxValue }
                .ToContract()
                .EndTime
        );
    }

    [Theory]
    [InlineData("acme_1", "acme_1", null)]
    [InlineData("api_1", null, "api_1")]
    [InlineData("", null, null)]
    public void Whoever_it_was_is_a_member_or_a_key(string actor, string? member, string? key)
    {
        var sent = new AuditLogListQuery { Actor = actor }.ToContract();

        Assert.Equal((member, key), (sent.UserId, sent.ApiKeyId));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(AuditOutcome.Succeeded, false)]
    [InlineData(AuditOutcome.Refused, true)]
    public void The_outcome_is_whether_it_was_refused(AuditOutcome? outcome, bool? isRefused) =>
        Assert.Equal(
            isRefused,
            new AuditLogListQuery { Outcome = outcome }
                .ToContract()
                .IsRefused
        );
}

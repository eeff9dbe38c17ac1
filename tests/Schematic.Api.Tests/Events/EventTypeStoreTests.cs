using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events;

public abstract class EventTypeStoreTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task An_event_that_features_name_is_listed_once_in_alphabetical_order()
    {
        var tag = Unique("10%_off");
        foreach (var subtype in new[] { $"{tag} b", $"{tag} a", $"{tag} b" })
            await Production.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = "Export",
                    Description = "",
                    FeatureType = FeatureType.Event,
                    EventSubtype = subtype,
                },
                Cancellation
            );

        var found = await FindAsync(new EventTypesQuery { Q = tag.ToUpperInvariant() });

        Assert.Equal([$"{tag} a", $"{tag} b"], found);
        Assert.Equal([$"{tag} b"], await FindAsync(new EventTypesQuery { Q = tag, Offset = 1 }));
        Assert.Equal([$"{tag} a"], await FindAsync(new EventTypesQuery { EventSubtypes = [$"{tag} a", "nosuch"] }));
        Assert.Empty(await FindAsync(new EventTypesQuery { Q = tag.Replace('%', 'x') }));
        Assert.Equal(
            2,
            (await SendAsync("GET", $"/event-types/count?q={Uri.EscapeDataString(tag)}"))
                .Data.GetProperty("count")
                .GetInt32()
        );
    }

    [Fact]
    public async Task A_boolean_feature_without_an_event_names_none()
    {
        var before = await FindAsync(new EventTypesQuery());

        await Production.Features.CreateAsync(
            new CreateFeatureRequestBody
            {
                Name = "Export",
                Description = "",
                FeatureType = FeatureType.Boolean,
            },
            Cancellation
        );

        Assert.Equal(before, await FindAsync(new EventTypesQuery()));
    }

    private async Task<IEnumerable<string>> FindAsync(EventTypesQuery query) =>
        (await Production.Events.ListTypesAsync(query, Cancellation)).Data.Select(static summary =>
            summary.EventSubtype
        );
}

public sealed class EventTypeStoreTestsOnSqlite(SqliteApi api) : EventTypeStoreTests(api), IClassFixture<SqliteApi>;

public sealed class EventTypeStoreTestsOnPostgreSql(PostgreSqlApi api)
    : EventTypeStoreTests(api),
        IClassFixture<PostgreSqlApi>;

using System.Net;
using Schematic.Api.Persistence;

namespace Schematic.Api.Tests.Persistence;

public sealed class DatabaseExtensionsTests(ListedApi api) : ApiTopic(api), IClassFixture<ListedApi>
{
    [Theory]
    [InlineData("/flags")]
    [InlineData("/flags/count")]
    [InlineData("/features")]
    [InlineData("/features/count")]
    [InlineData("/event-types")]
    [InlineData("/event-types/count")]
    [InlineData("/unknown-flags")]
    [InlineData("/unknown-flags/count")]
    [InlineData("/entity-key-definitions")]
    [InlineData("/entity-key-definitions/count")]
    [InlineData("/entity-trait-definitions")]
    [InlineData("/entity-trait-definitions/count")]
    [InlineData("/environments")]
    [InlineData("/environments/count")]
    [InlineData("/api-keys?require_environment=false")]
    [InlineData("/api-keys/count?require_environment=false")]
    public async Task Lists_of_what_environments_share_wait_for_the_writes_of_all_of_them(string path)
    {
        api.Recorder.Take();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", path)).Status);

        Assert.Equal([ListedRows.OfAccount], api.Recorder.Take());
    }

    [Fact]
    public async Task Events_are_listed_as_rows_of_their_environment()
    {
        api.Recorder.Take();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", "/events")).Status);

        Assert.Equal([ListedRows.OfEnvironment], api.Recorder.Take());
    }
}

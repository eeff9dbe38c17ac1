using System.Net;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;

namespace Schematic.Api.Tests.Users;

public sealed class UserStoreTests(ListedApi api) : ApiTopic(api), IClassFixture<ListedApi>
{
    [Theory]
    [InlineData("/users")]
    [InlineData("/users/count")]
    public async Task Lists_of_users_may_come_from_a_replica(string path)
    {
        api.Recorder.Take();

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", path)).Status);

        Assert.Equal([ListedRows.OfEnvironment], api.Recorder.Take());
    }

    [Theory]
    [InlineData("/users/user_none")]
    [InlineData("/users/lookup?email=none")]
    public async Task A_single_user_comes_from_the_primary(string path)
    {
        api.Recorder.Take();

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("GET", path)).Status);

        Assert.Empty(api.Recorder.Take());
    }
}

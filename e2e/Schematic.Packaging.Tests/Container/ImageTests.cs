using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Container;

/// <summary>The steps of the Dockerfile, carried out: what they make must run as the container would.</summary>
public sealed class ImageTests(ImageFixture fixture) : IClassFixture<ImageFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_container_becomes_healthy_keeps_its_data_in_the_volume_and_stops_when_told()
    {
        await using var container = await Container.StartAsync(
            fixture.Image,
            new Dictionary<string, string>(),
            Cancellation
        );

        await container.BecomeHealthyAsync(Cancellation);

        Assert.True(
            File.Exists(Path.Combine(fixture.Image.Map("/data"), "schematic.db")),
            "There is no database in the volume."
        );
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(fixture.Image.Map("/data"), "keys")));
        Assert.Equal(0, await container.StopAsync(Cancellation));
    }

    [Fact]
    public async Task The_container_becomes_healthy_where_the_API_is_elsewhere()
    {
        var elsewhere = new Dictionary<string, string>
        {
            ["Gateway__BaseUrl"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["Gateway__ApiKey"] = "the key of an API that is not there",
        };
        await using var container = await Container.StartAsync(fixture.Image, elsewhere, Cancellation);

        await container.BecomeHealthyAsync(Cancellation);

        // So a check of that port would have restarted it for ever.
        var ofTheApi = Instruction.Parse("CMD curl --fail --silent http://127.0.0.1:5081/health/live");
        Assert.NotEqual(0, await container.ExecuteAsync(ofTheApi, Cancellation));
    }

    [Fact]
    public async Task The_program_cannot_change_itself()
    {
        await using var container = await Container.StartAsync(
            fixture.Image,
            new Dictionary<string, string>(),
            Cancellation
        );

        Assert.NotEqual(
            0,
            await container.ExecuteAsync(Instruction.Parse("CMD : >> Schematic.Dashboard.dll"), Cancellation)
        );
        Assert.NotEqual(0, await container.ExecuteAsync(Instruction.Parse("CMD : >> /app/new"), Cancellation));
        Assert.Equal(0, await container.ExecuteAsync(Instruction.Parse("CMD : >> /data/new"), Cancellation));
    }
}

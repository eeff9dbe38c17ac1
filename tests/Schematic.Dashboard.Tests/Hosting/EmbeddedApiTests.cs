using Schematic.Dashboard.Hosting;

namespace Schematic.Dashboard.Tests.Hosting;

public sealed class EmbeddedApiTests
{
    [Fact]
    public async Task A_command_line_of_settings_names_no_command() =>
        Assert.Null(await EmbeddedApi.RunCommandAsync(["--Data:Path=data"]));

    [Fact]
    public async Task A_word_that_is_no_command_is_refused_with_an_exit_code() =>
        Assert.Equal(1, await EmbeddedApi.RunCommandAsync(["bakcup"]));
}

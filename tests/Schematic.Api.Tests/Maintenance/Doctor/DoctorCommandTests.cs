namespace Schematic.Api.Tests.Maintenance.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Every_wrong_setting_has_a_line_and_the_exit_code_tells()
    {
        var run = await CommandRun.StartAsync(
            new Dictionary<string, string>
            {
                ["Database:Provider"] = "Oracle",
                ["Events:RetentionDays"] = "soon",
                ["Api:Urls"] = "https://localhost:1",
            },
            "doctor"
        );

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Error);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(
            ["wrong    settings", "wrong    settings", "wrong    certificate", "warning  database"],
            lines.Select(static line => line[..21].TrimEnd())
        );
        Assert.Contains("Events:RetentionDays is \"soon\"", run.Output, StringComparison.Ordinal);
    }
}

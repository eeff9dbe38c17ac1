using Schematic.Dashboard.Hosting;

if (await EmbeddedApi.RunCommandAsync(args) is { } code)
    return code;

try
{
    await ConsoleApplication.RunAsync(args);
    return 0;
}
catch (Exception failure) when (EmbeddedApi.Refusal(failure) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

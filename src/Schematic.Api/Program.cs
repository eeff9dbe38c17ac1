using Schematic.Api.Hosting;

try
{
    await StartLines.RunAsync(ApiApplication.Build(args));
    return 0;
}
catch (InvalidConfigurationException invalid)
{
    await Console.Error.WriteLineAsync(invalid.Message);
    return 1;
}
